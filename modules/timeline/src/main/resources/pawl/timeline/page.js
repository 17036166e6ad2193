'use strict';
(function () {
  const data = JSON.parse(document.getElementById('data').textContent);
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const ink = dark ? '#e6e9ec' : '#1b1f24';
  const soft = dark ? '#9aa4ae' : '#5c6670';
  const rule = dark ? '#2d343b' : '#e3e8ec';
  // After Okabe and Ito: told apart by the colour-blind too.
  const colours = {
    BUILD: dark ? '#33404a' : '#dfe5ea', PRESSURE: '#f0e442', FRAGILE: '#e69f00', TRIGGER_READY: '#d55e00', UNWIND: '#a3195b', COOLDOWN: '#56b4e9',
    CLUSTER_CALM: dark ? '#33404a' : '#dfe5ea', CLUSTER_HEATING: '#f0e442', CLUSTER_FRAGILE: '#d55e00', CLUSTER_UNWIND: '#a3195b', CLUSTER_COOLDOWN: '#56b4e9',
    NOT_BEGUN: dark ? '#1d2329' : '#f4f6f8', EVENT_PREP: '#c9dfc9', EVENT_START: '#7fbf9f', EVENT_MID: '#009e73', EVENT_END: '#0072b2', EVENT_POST: '#a7b8cc'
  };
  const utc = (ms, seconds) => new Date(ms).toISOString().slice(seconds ? 5 : 11, seconds ? 19 : 16).replace('T', ' ');
  const short = (number) => number === null ? '' : String(+number.toPrecision(4));
  const escape = (text) => String(text).replace(/[&<>"]/g, (c) => '&#' + c.charCodeAt(0) + ';');
  const firstMs = data.firstTick * 250;
  const lastMs = (data.lastTick + 1) * 250;

  document.getElementById('synthetic').hidden = !data.synthetic;
  document.getElementById('span').textContent = new Date(firstMs).toISOString().slice(0, 16).replace('T', ' ') + ' to ' +
    new Date(lastMs).toISOString().slice(0, 16).replace('T', ' ') + ' UTC; ' + data.tokens.length + ' tokens, ' + data.clusters.length +
    ' clusters, ' + data.events.length + ' events; configuration ' + data.configuration.slice(0, 12);
  const legend = document.getElementById('legend');
  ['BUILD', 'PRESSURE', 'FRAGILE', 'TRIGGER_READY', 'UNWIND', 'COOLDOWN', 'EVENT_PREP', 'EVENT_START', 'EVENT_MID', 'EVENT_END', 'EVENT_POST'].forEach((state) => {
    const item = document.createElement('li');
    const swatch = document.createElement('i');
    swatch.style.background = colours[state];
    item.append(swatch, state.replace('_', ' ').toLowerCase());
    legend.append(item);
  });

  /** A series of bands: one rectangle each, in the row of its y value. */
  function bandSeries(name, bands, axis) {
    return {
      name: name, type: 'custom', xAxisIndex: axis, yAxisIndex: axis, clip: true, progressive: 0,
      encode: { x: [0, 1], y: 2 },
      data: bands.map((band) => ({ value: [band.fromMs, band.toMs, band.row], state: band.state, dissipating: band.dissipating })),
      renderItem: function (params, api) {
        const band = bands[params.dataIndex];
        const from = api.coord([api.value(0), api.value(2)]);
        const to = api.coord([api.value(1), api.value(2)]);
        const height = api.size([0, 1])[1] * 0.78;
        const shape = echarts.graphic.clipRectByRect(
          { x: from[0], y: from[1] - height / 2, width: Math.max(1, to[0] - from[0]), height: height },
          { x: params.coordSys.x, y: params.coordSys.y, width: params.coordSys.width, height: params.coordSys.height });
        return shape && { type: 'rect', shape: shape, style: { fill: colours[band.state], opacity: band.dissipating ? 0.45 : 1 } };
      },
      tooltip: {
        formatter: function (item) {
          const band = bands[item.dataIndex];
          return escape(band.label) + '<br>' + band.state + (band.dissipating ? ', dissipating' : '') + '<br>' + utc(band.fromMs, true) + ' to ' + utc(band.toMs, true);
        }
      }
    };
  }

  const timeAxis = (grid, shows) => ({
    type: 'time', gridIndex: grid, min: firstMs, max: lastMs, axisLine: { lineStyle: { color: soft } }, splitLine: { show: false },
    axisLabel: { show: shows, color: soft, formatter: (ms) => utc(ms) }, axisTick: { show: shows }
  });

  const rows = [];
  data.events.forEach((event) => rows.push({ label: event.event, bands: event.phases.map((p) => ({ state: p.phase, fromMs: p.fromMs, toMs: p.toMs })) }));
  data.clusters.forEach((cluster) => rows.push({ label: cluster.cluster, bands: cluster.states }));
  data.tokens.forEach((token) => rows.push({ label: token.token, bands: token.states, token: token }));
  const overviewBands = rows.flatMap((row, index) => row.bands.map((band) =>
    ({ row: index, label: row.label, state: band.state, fromMs: band.fromMs, toMs: band.toMs, dissipating: band.dissipating })));
  const overviewBox = document.getElementById('overview');
  overviewBox.style.height = rows.length * 17 + 78 + 'px';
  const overview = echarts.init(overviewBox, null, { renderer: 'svg' });
  const narrow = overviewBox.clientWidth < 600;
  const left = narrow ? 84 : 130;
  overview.setOption({
    animation: false, useUTC: true, textStyle: { color: ink },
    grid: { left: left, right: 16, top: 6, bottom: 58 },
    tooltip: { confine: true },
    xAxis: timeAxis(0, true),
    yAxis: { type: 'category', inverse: true, data: rows.map((row) => row.label), axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { color: ink, interval: 0, fontSize: 11, width: left - 12, overflow: 'truncate' }, triggerEvent: true },
    dataZoom: [{ type: 'slider', height: 16, bottom: 10, textStyle: { color: soft }, labelFormatter: (ms) => utc(ms) }, { type: 'inside', zoomOnMouseWheel: 'ctrl' }],
    series: [bandSeries('bands', overviewBands, 0)]
  });

  const detailBox = document.getElementById('detail');
  const detail = echarts.init(detailBox, null, { renderer: 'svg' });
  const select = document.getElementById('token');
  data.tokens.forEach((token) => select.append(new Option(token.token, token.token)));

  function bandsOf(token) {
    const bands = token.states.map((band) => Object.assign({ row: 0, label: token.token }, band));
    let row = 1;
    data.clusters.filter((cluster) => cluster.members.includes(token.token)).forEach((cluster) => {
      cluster.states.forEach((band) => bands.push(Object.assign({ row: row, label: cluster.cluster }, band)));
      row++;
    });
    data.events.filter((event) => event.members.includes(token.token)).forEach((event) => {
      event.phases.forEach((p) => bands.push({ row: row, label: event.event, state: p.phase, fromMs: p.fromMs, toMs: p.toMs }));
      row++;
    });
    return bands;
  }

  function marks(token) {
    return token.transitions.map((step) => ({
      value: [step.timeMs, step.price], step: step, itemStyle: { color: colours[step.to], borderColor: ink, borderWidth: 1 }
    }));
  }

  function stepText(step) {
    return step.from + ' → ' + step.to + '<br>' + utc(step.timeMs, true) + ', ' + step.reason + '<br>' + step.measure + ' ' + short(step.measured) +
      ' against ' + short(step.threshold) + ' = ' + factors(step);
  }

  const factors = (step) => [step.base, step.tierFactor, step.phaseFactor].map(short).join(' × ');

  function show(name) {
    const token = data.tokens.find((candidate) => candidate.token === name);
    const bands = bandsOf(token);
    const labels = [...new Map(bands.map((band) => [band.row, band.label])).values()];
    const bandHeight = labels.length * 16;
    detailBox.style.height = 440 + bandHeight + 'px';
    detail.resize();
    const line = { type: 'line', showSymbol: false, connectNulls: false, xAxisIndex: 1, yAxisIndex: 1 };
    detail.setOption({
      animation: false, useUTC: true, textStyle: { color: ink },
      tooltip: { trigger: 'axis', confine: true, axisPointer: { type: 'line' } },
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      legend: { top: 0, right: 16, textStyle: { color: ink }, data: ['heat', 'threshold', 'release'] },
      grid: [
        { left: left, right: 16, top: 26, height: 210 },
        { left: left, right: 16, top: 258, height: 96 },
        { left: left, right: 16, top: 370, height: bandHeight }],
      xAxis: [timeAxis(0, false), timeAxis(1, false), timeAxis(2, true)],
      yAxis: [
        { scale: true, gridIndex: 0, name: 'price', nameTextStyle: { color: soft }, axisLabel: { color: soft }, splitLine: { lineStyle: { color: rule } } },
        { min: 0, max: 1, gridIndex: 1, name: 'heat', nameTextStyle: { color: soft }, axisLabel: { color: soft }, splitNumber: 2, splitLine: { lineStyle: { color: rule } } },
        { type: 'category', gridIndex: 2, inverse: true, data: labels, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: ink, fontSize: 11, interval: 0, width: left - 12, overflow: 'truncate' } }],
      dataZoom: [{ type: 'inside', xAxisIndex: [0, 1, 2], zoomOnMouseWheel: 'ctrl' }],
      series: [
        { name: 'price', type: 'candlestick', xAxisIndex: 0, yAxisIndex: 0, barMaxWidth: 6,
          itemStyle: { color: '#0072b2', borderColor: '#0072b2', color0: '#d55e00', borderColor0: '#d55e00' },
          encode: { x: 0, y: [1, 2, 3, 4] },
          data: token.candles.map((c) => [c[0], c[1], c[4], c[3], c[2]]) },
        { name: 'transitions', type: 'scatter', xAxisIndex: 0, yAxisIndex: 0, symbol: 'pin', symbolSize: 16, data: marks(token),
          tooltip: { trigger: 'item', formatter: (item) => stepText(item.data.step) } },
        Object.assign({ name: 'heat', lineStyle: { width: 1.5 }, color: '#d55e00', data: token.heat.map((h) => [h[0], h[1]]) }, line),
        Object.assign({ name: 'threshold', step: 'end', lineStyle: { width: 1, type: 'dashed' }, color: soft, data: token.heat.map((h) => [h[0], h[2]]) }, line),
        Object.assign({ name: 'release', lineStyle: { width: 1 }, color: '#56b4e9', data: token.heat.map((h) => [h[0], h[3]]) }, line),
        bandSeries('states', bands, 2)]
    }, true);
    const range = overview.getOption().dataZoom[0];
    detail.dispatchAction({ type: 'dataZoom', start: range.start, end: range.end });
    select.value = name;
    const last = token.states[token.states.length - 1];
    document.getElementById('now').textContent = last ? 'at the end ' + last.state : '';
    document.querySelector('#transitions tbody').innerHTML = token.transitions.map((step) =>
      '<tr><td>' + utc(step.timeMs, true) + '</td><td>' + step.from + '</td><td>' + step.to + '</td><td>' + step.reason + '</td><td>' + step.measure + ' ' +
      short(step.measured) + '</td><td>' + short(step.threshold) + ' = ' + factors(step) + '</td><td>' + short(step.price) + '</td></tr>').join('');
  }

  overview.on('click', function (event) {
    const row = event.componentType === 'yAxis' ? rows.find((candidate) => candidate.label === event.value) : rows[event.value[2]];
    if (row && row.token) {
      show(row.label);
    }
  });
  overview.on('datazoom', function () {
    const range = overview.getOption().dataZoom[0];
    detail.dispatchAction({ type: 'dataZoom', start: range.start, end: range.end });
  });
  select.addEventListener('change', () => show(select.value));
  addEventListener('resize', () => { overview.resize(); detail.resize(); });
  const busiest = data.tokens.reduce((best, token) => !best || token.transitions.length > best.transitions.length ? token : best, null);
  if (busiest) {
    show(busiest.token);
  }
  document.body.dataset.ready = 'true';
}());
