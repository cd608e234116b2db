/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/json_fault.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const DemJsonFault nothing_expected[] = {
  [DEM_JSON_PLACE_VALUE]
  = { "unexpected-character",
      N_ ("Expected a value here: a text in quotes, a number, true, false, null, a list or "
          "an object.") },
  [DEM_JSON_PLACE_KEY]
  = { "unexpected-character", N_ ("Expected the name of a member here, in double quotes.") },
  [DEM_JSON_PLACE_COLON]
  = { "missing-colon", N_ ("Expected a colon between a name and its value. Put one here.") },
  [DEM_JSON_PLACE_MEMBER_END]
  = { "missing-comma", N_ ("Expected a comma or the end of the object. Put a comma between the members.") },
  [DEM_JSON_PLACE_ELEMENT_END]
  = { "missing-comma", N_ ("Expected a comma or the end of the list. Put a comma between the elements.") },
  [DEM_JSON_PLACE_END]
  = { "trailing-content", N_ ("Something follows after the end of the dossier. Remove it.") },
};

static DemJsonFault
explain_word (const char *p, const char *end)
{
  static const char *const meant[] = { "true", "false", "null" };
  static const char *const foreign[] = { "NaN", "Infinity", "undefined", "None", "yes", "no" };
  gsize n = (gsize) (end - p);

  for (guint i = 0; i < G_N_ELEMENTS (meant); i++)
    if (n >= strlen (meant[i]) && g_ascii_strncasecmp (p, meant[i], strlen (meant[i])) == 0)
      return (DemJsonFault){ "bad-literal",
                             N_ ("Write true, false and null in small letters, with nothing after.") };
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (n >= strlen (foreign[i]) && strncmp (p, foreign[i], strlen (foreign[i])) == 0)
      return (DemJsonFault){ "bad-literal",
                             N_ ("JSON has no such word. Use a number, true, false or null.") };
  return (DemJsonFault){ "unquoted-text", N_ ("Texts and names have to stand in double quotes. Add them.") };
}

static DemJsonFault
explain_byte (guint8 byte)
{
  if (byte == 0xfe || byte == 0xff || byte == 0)
    return (DemJsonFault){ "not-utf-8",
                           N_ ("This seems to be UTF-16 or no text at all. Save the file as UTF-8.") };
  if (byte >= 0x80)
    return (DemJsonFault){
      "unexpected-character",
      N_ ("This character can only stand inside quotes. Use plain double quotes and spaces.")
    };
  return (DemJsonFault){ NULL, NULL };
}

DemJsonFault
dem_json_fault_explain (const char *p, const char *end, DemJsonPlaceKind kind)
{
  DemJsonFault fault = nothing_expected[kind];

  if (p >= end)
    return dem_json_fault_end (FALSE);
  if (explain_byte ((guint8) *p).code != NULL)
    return explain_byte ((guint8) *p);
  if (*p == '/' || *p == '#')
    return (DemJsonFault){ "comment",
                           N_ ("JSON has no comments. Remove it, or use a member such as “note”.") };
  if (kind == DEM_JSON_PLACE_END)
    return fault;
  if (*p == '\'' && (kind == DEM_JSON_PLACE_VALUE || kind == DEM_JSON_PLACE_KEY))
    return (DemJsonFault){ "single-quotes",
                           N_ ("Texts and names stand in double quotes, not in single ones.") };
  if (*p == ']' || *p == '}')
    return (DemJsonFault){ "mismatched-bracket",
                           N_ ("This bracket does not belong here: another is open, or something is missing "
                               "before it.") };
  if (*p == ',' && (kind == DEM_JSON_PLACE_VALUE || kind == DEM_JSON_PLACE_KEY))
    return (DemJsonFault){ "extra-comma", N_ ("There is a comma too much here. Remove it.") };
  if (kind == DEM_JSON_PLACE_VALUE && (*p == '+' || *p == '.'))
    return dem_json_fault_number (p, end);
  if (kind == DEM_JSON_PLACE_VALUE && g_ascii_isalpha (*p))
    return explain_word (p, end);
  if (kind == DEM_JSON_PLACE_KEY && (g_ascii_isalnum (*p) || *p == '_'))
    return (DemJsonFault){ "unquoted-text",
                           N_ ("Texts and names have to stand in double quotes. Add them.") };
  return fault;
}

DemJsonFault
dem_json_fault_trailing_comma (void)
{
  return (DemJsonFault){ "trailing-comma",
                         N_ ("No comma may stand after the last one of a list or object. Remove it.") };
}

DemJsonFault
dem_json_fault_unterminated_string (void)
{
  return (DemJsonFault){ "unterminated",
                         N_ ("The text that begins here never ends. Close it with a double quote.") };
}

DemJsonFault
dem_json_fault_control (guint8 byte)
{
  if (byte == '\n' || byte == '\r')
    return (DemJsonFault){
      "control-character",
      N_ ("A text can’t go over the end of the line. Write \\n, or close it with a double quote.")
    };
  if (byte == '\t')
    return (DemJsonFault){ "control-character", N_ ("A tab can’t stand in a text as it is. Write \\t.") };
  if (byte == 0)
    return (DemJsonFault){ "nul-character", N_ ("The character U+0000 can’t be part of a text. Remove it.") };
  return (DemJsonFault){ "control-character", N_ ("A control character can’t stand in a text. Remove it.") };
}

DemJsonFault
dem_json_fault_number (const char *p, const char *end)
{
  if (*p == '+')
    return (DemJsonFault){ "bad-number", N_ ("No plus sign may stand before a number. Remove it.") };
  if (*p == '.' || (*p == '-' && end - p > 1 && p[1] == '.'))
    return (DemJsonFault){ "bad-number",
                           N_ ("A digit has to stand before the decimal point. Write 0.5, not .5.") };
  if (*p == '-')
    p++;
  if (end - p > 1 && *p == '0' && (g_ascii_isdigit (p[1]) || p[1] == 'x' || p[1] == 'X'))
    return (DemJsonFault){ "bad-number",
                           N_ ("Numbers are decimal and do not begin with a zero. Remove it.") };
  return (DemJsonFault){
    "bad-number", N_ ("This is not a number as JSON writes it (such as 12, -0.5 or 1e3). Correct it, or put "
                      "it in quotes.")
  };
}

DemJsonFault
dem_json_fault_end (gboolean is_empty)
{
  if (is_empty)
    return (DemJsonFault){ "empty-file", N_ ("The file is empty. A dossier begins with a brace: {") };
  return (DemJsonFault){ "unterminated",
                         N_ ("The file ends too early: a list or object is not closed. Is a part of it "
                             "missing?") };
}
