package dev.latchkey.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;

/** What a sandbox answered. */
record Answer(HttpResponse<String> response) {
  int status() {
    return response.statusCode();
  }

  String body() {
    return response.body();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  JsonElement json() {
    return JsonParser.parseString(body());
  }

  JsonObject object() {
    return json().getAsJsonObject();
  }

  JsonArray array() {
    return json().getAsJsonArray();
  }

  String text(String field) {
    return object().get(field).getAsString();
  }
}
