package org.minorityreport.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine.Help;

/** What a command ended with and said. */
record Ran(int code, String out, String err) {
  static Ran mrs(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int code = Main.execute(words, new PrintWriter(out), new PrintWriter(err, true), Help.Ansi.OFF);
    return new Ran(code, out.toString(), err.toString());
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /** {@return the text of a field of the first object printed} */
  String field(String name) {
    String key = "\"" + name + "\":\"";
    int from = out.indexOf(key) + key.length();
    return out.substring(from, out.indexOf('"', from));
  }
}
