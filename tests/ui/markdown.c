/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Light Markdown: what is read of it, what is a link, how it looks while it is written, and what no input may do. */

#include <pango/pango.h>
#include <string.h>

#include "ui/notes/markdown.h"

/* Markdown, and the same as Pango markup. */
static const char *const rendered[][2] = {
  { "", "" },
  { "plain", "plain" },
  { "**Critical question:** is it *possible*?", "<b>Critical question:</b> is it <i>possible</i>?" },
  { "***both***", "<b><i>both</i></b>" },
  { "a\nb", "a\nb" },
  { "a\n\n\n\nb", "a\nb" },
  { "# Title\ntext", "<b>Title</b>\ntext" },
  { "- one\n- two", "• one\n• two" },
  { "- one\n  - two\n- three", "• one\n  • two\n• three" },
  { "3. one\n4. two", "3. one\n4. two" },
  { "- one\n\n  more", "• one\n  more" },
  { "> said *so*", "<i>said </i><i><i>so</i></i>" },
  { "`a < b`", "<tt>a &lt; b</tt>" },
  { "```c\nint i;\n```", "<tt>int i;</tt>" },
  { "a\n\n---\n\nb", "a\n———\nb" },
  { "1 < 2 & 3", "1 &lt; 2 &amp; 3" },
  /* HTML is text. */
  { "<b>no</b>", "&lt;b&gt;no&lt;/b&gt;" },
  { "a <script>alert(1)</script> b", "a &lt;script&gt;alert(1)&lt;/script&gt; b" },
  { "<div>\n*x*\n</div>", "&lt;div&gt;\n*x*\n&lt;/div&gt;" },
  { "&lt;b&gt;", "&lt;b&gt;" },
  { "<!-- hidden -->", "&lt;!-- hidden --&gt;" },
  /* Links: web and mail only, whatever is tried. */
  { "[w](https://a.example/?b=1&c=2)", "<a href=\"https://a.example/?b=1&amp;c=2\">w</a>" },
  { "<https://a.example>", "<a href=\"https://a.example\">https://a.example</a>" },
  { "[m](mailto:a@b.example)", "<a href=\"mailto:a@b.example\">m</a>" },
  { "[W](HTTPS://A.EXAMPLE)", "<a href=\"HTTPS://A.EXAMPLE\">W</a>" },
  { "[x](javascript:alert(1))", "x" },
  { "[x](file:///etc/passwd)", "x" },
  { "[x](data:text/html,hello)", "x" },
  { "[x](relative/path)", "x" },
  { "[x](//host/path)", "x" },
  { "[x]( javascript:alert(1))", "x" },
  { "[x](JaVaScRiPt:alert(1))", "x" },
  { "[x](http:)", "x" },
  { "[x]()", "x" },
  { "[x](\"https://a.example\" \"title\")", "x" },
  { "[*a* b](https://a.example)", "<a href=\"https://a.example\"><i>a</i></a><a href=\"https://a.example\"> b</a>" },
  { "![words](https://a.example/p.png)", "<a href=\"https://a.example/p.png\">words</a>" },
  { "![words](p.png)", "words" },
  { "[![p](https://b.example)](https://a.example)", "<a href=\"https://a.example\">p</a>" },
  /* What never closes is text. */
  { "**open", "**open" },
  { "[open](https://a.example", "[open](https://a.example" },
  { "`open", "`open" },
  { "a * b * c", "a * b * c" },
  { "\\*not\\*", "*not*" },
};

static void
test_render (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rendered); i++)
    {
      g_autofree char *markup = dem_markdown_to_markup (rendered[i][0], 0);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rendered[i][0]);
      g_assert_cmpstr (markup, ==, rendered[i][1]);
      if (strstr (markup, "<a ") == NULL) /* links are the label's, not Pango's */
        g_assert_true (pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
    }
}

static void
test_limit (void)
{
  g_autofree char *cut = dem_markdown_to_markup ("äää", 3);
  g_autofree char *whole = dem_markdown_to_markup ("äää", 0);
  g_autofree char *more = dem_markdown_to_markup ("äää", 100);

  g_assert_cmpstr (cut, ==, "ä");
  g_assert_cmpstr (whole, ==, "äää");
  g_assert_cmpstr (more, ==, "äää");
}

/* Source, and the styles of its bytes: B bold, I italic, C code, H heading, Q quote, L link, small or · for signs. */
static const char *const live[][2] = {
  { "plain", "     " },
  { "a **b** c", "  ··B··  " },
  { "a *b* c", "  ·I·  " },
  { "_b_ __c__", "·I· ··B··" },
  { "a `b` c", "  ·C·  " },
  { "# head", "··HHHH" },
  { "- a\n- b", "·   ·  " },
  { "10) a", "···  " },
  { "> q", "QQQ" },
  { "[w](https://a.example)", "·L····················" },
  { "[w](file:///a)", "              " },
  { "<b>x</b>", "        " },
  { "- a **b**\n  *c*", "·   ··B··   ·I·" },
  { "first line\n**second**", "           ··BBBBBB··" },
  { "**never closed", "              " },
  { "x\r\n*y*", "   ·I·" },
};

static char *
draw (const char *source, GArray *runs)
{
  gsize length = strlen (source);
  char *letters = g_strnfill (length, ' ');

  for (guint i = 0; i < runs->len; i++)
    {
      const DemMarkdownRun *run = &g_array_index (runs, DemMarkdownRun, i);

      g_assert_cmpuint (run->start, <, run->end);
      g_assert_cmpuint (run->end, <=, length);
      for (guint j = run->start; j < run->end; j++)
        if (run->style == DEM_MARKDOWN_MARKER)
          letters[j] = '.';
        else
          letters[j] = letters[j] == '.' ? '.' : "BICHQL"[g_bit_nth_lsf (run->style, -1)];
    }
  return letters;
}

static void
test_styles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (live); i++)
    {
      g_autoptr (GArray) runs = dem_markdown_find_styles (live[i][0]);
      g_autofree char *letters = draw (live[i][0], runs);
      g_auto (GStrv) parts = g_strsplit (live[i][1], "·", -1);
      g_autofree char *expected = g_strjoinv (".", parts);

      g_test_message ("%s", live[i][0]);
      g_assert_cmpstr (letters, ==, expected);
    }
}

/* Whatever is written: text is valid, runs lie in it in order. */
static void
check (const char *source)
{
  g_autoptr (GArray) runs = NULL;
  g_autofree char *text = dem_markdown_render (source, 0, &runs);
  g_autoptr (GArray) styles = dem_markdown_find_styles (source);
  g_autofree char *letters = draw (source, styles);
  guint at = 0;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; i < runs->len; i++)
    {
      const DemMarkdownRun *run = &g_array_index (runs, DemMarkdownRun, i);

      g_assert_cmpuint (run->start, >=, at);
      g_assert_cmpuint (run->end, >, run->start);
      g_assert_true ((run->url != NULL) == ((run->style & DEM_MARKDOWN_LINK) != 0));
      g_assert_true (run->url == NULL || dem_markdown_is_link (run->url));
      at = run->end;
    }
  g_assert_cmpuint (at, <=, strlen (text));
}

static void
test_malformed (void)
{
  static const char *const sources[] = {
    "\xff\xfe", "a\xc3", "\r", "\r\r\n", "\xe2\x80\xa9*x*", "*", "**", "****", "_ _", "[](", "![", "[[[[", "<", "<a", "`",
    "- ", "1.", "#", ">", "> - > -", "\t\t*x*", "- a\n      *b\n c*", "&#0;&#x110000;", "\xef\xbb\xbf# x", "\x01\x02",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    check (sources[i]);
}

static void
test_random (void)
{
  static const char *const pieces[]
    = { "*", "**", "_", "`", "[", "]", "(", ")", "<", ">", "#", "-", "1.", " ", "  ", "\n", "\n\n", "\r\n", "a", "ä",
        "https://a.example", "javascript:x", "!", "\\", "&amp;", "\t", "|", "~", "<b>", "```" };

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      int n = g_test_rand_int_range (1, 40);

      while (n-- > 0)
        g_string_append (source, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      check (source->str);
    }
}

/* Deep nesting, and much of it, ends in time. */
static void
test_large (void)
{
  static const char *const pieces[] = { "> ", "[", "*a ", "**a* ", "- ", "<a ", "`a``", "word " };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) source = g_string_new (NULL);

      for (guint j = 0; j < 20000; j++)
        g_string_append (source, pieces[i]);
      check (source->str);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/render", test_render);
  g_test_add_func ("/markdown/limit", test_limit);
  g_test_add_func ("/markdown/styles", test_styles);
  g_test_add_func ("/markdown/malformed", test_malformed);
  g_test_add_func ("/markdown/random", test_random);
  g_test_add_func ("/markdown/large", test_large);
  return g_test_run ();
}
