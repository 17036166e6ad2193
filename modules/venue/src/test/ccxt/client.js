// Watches trades and mark prices of one symbol with ccxt, and prints each as one line of JSON.
// Arguments: the venue's REST address, its WebSocket address, ccxt's symbol, and how many of each to print.
import ccxt from 'ccxt';

const [rest, webSocket, symbol, count] = process.argv.slice(2);

const exchange = new ccxt.pro.binanceusdm({ newUpdates: true });
exchange.urls.api.fapiPublic = `${rest}/fapi/v1`;
exchange.urls.api.ws.future = `${webSocket}/ws`;

// ccxt demands it for any ws: address, proxy or none.
await exchange.loadHttpProxyAgent();

const print = (kind, info) => console.log(JSON.stringify({ kind, info }));

async function trades() {
  let left = Number(count);
  while (left > 0) {
    for (const trade of await exchange.watchTrades(symbol, undefined, undefined, { name: 'aggTrade' })) {
      print('trade', {
        id: trade.id, price: trade.price, amount: trade.amount, side: trade.side, timestamp: trade.timestamp,
      });
      left--;
    }
  }
}

async function markPrices() {
  for (let left = Number(count); left > 0; left--) {
    const ticker = await exchange.watchMarkPrice(symbol);
    print('markPrice', { markPrice: ticker.markPrice, indexPrice: ticker.indexPrice, timestamp: ticker.timestamp });
  }
}

const markets = await exchange.loadMarkets();
print('market', {
  id: markets[symbol].id, active: markets[symbol].active, tick: String(markets[symbol].precision.price),
});
await Promise.all([trades(), markPrices()]);
await exchange.close();
