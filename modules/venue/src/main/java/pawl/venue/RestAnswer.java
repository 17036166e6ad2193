package pawl.venue;

import tools.jackson.databind.JsonNode;

/** @param json with numbers and texts as Binance has them */
record RestAnswer(int status, String json) {
    private static final int BAD_REQUEST = 400;

    static RestAnswer of(JsonNode json) {
        return new RestAnswer(200, json.toString());
    }

    /** @param code of Binance's list of errors */
    static RestAnswer error(int status, int code, String message) {
        return new RestAnswer(status, "{\"code\":" + code + ",\"msg\":\"" + message + "\"}");
    }

    static RestAnswer missing(String parameter) {
        return error(
                BAD_REQUEST,
                -1102,
                "Mandatory parameter '" + parameter + "' was not sent, was empty/null, or malformed.");
    }

    static RestAnswer invalidSymbol() {
        return error(BAD_REQUEST, -1121, "Invalid symbol.");
    }

    static RestAnswer notTrading() {
        return error(BAD_REQUEST, -4108, "Symbol is on delivering or delivered or settling or closed or pre-trading.");
    }
}
