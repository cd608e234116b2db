/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/json_scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Always FALSE, for `return fail (…)`. */
static gboolean
fail (DemJsonScan *scan, const char *code, const char *message)
{
  scan->fault = (DemJsonFault){ code, message };
  return FALSE;
}

/* Whether none of eight bytes ends a run of plain ASCII: no control character, quotation mark, backslash or
 * high bit. */
static inline gboolean
all_plain (const char *p)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 word, quotes, backslashes;

  memcpy (&word, p, sizeof word);
  quotes = word ^ (ones * '"');
  backslashes = word ^ (ones * '\\');
  return (((word - ones * 0x20) | (quotes - ones) | (backslashes - ones) | word) & (ones * 0x80)) == 0;
}

static inline gboolean
continues (const char *p)
{
  return ((guint8) *p & 0xc0) == 0x80;
}

/* The length of the character at p, or 0 if it is not well-formed (RFC 3629: no overlong form, no surrogate,
 * no more than U+10FFFF). */
static guint
utf8_length (const char *p, const char *end)
{
  guint8 lead = (guint8) *p;
  guint8 second = end - p > 1 ? (guint8) p[1] : 0;

  if (lead < 0x80)
    return 1;
  if (lead < 0xc2 || lead > 0xf4 || (second & 0xc0) != 0x80)
    return 0;
  if (lead < 0xe0)
    return 2;
  if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) || end - p < 3 || !continues (p + 2))
    return 0;
  if (lead < 0xf0)
    return 3;
  if ((lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f) || end - p < 4 || !continues (p + 3))
    return 0;
  return 4;
}

/* The code unit of the \u escape at p (after the u), or -1. */
static int
code_unit (const char *p, const char *end)
{
  int code = 0;

  if (end - p < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      code = code * 16 + digit;
    }
  return code;
}

static gboolean
check_unicode_escape (DemJsonScan *scan)
{
  const char *at = scan->p;
  int code = code_unit (at + 2, scan->end);
  int low = -1;

  if (code < 0)
    return fail (scan, "bad-escape", N_ ("After \\u four hexadecimal digits have to follow."));
  if (code == 0)
    return fail (scan, "nul-character", N_ ("The character U+0000 can’t be part of a text. Remove it."));
  scan->p += 6;
  if (code < 0xd800 || code > 0xdfff)
    return TRUE;
  if (scan->end - scan->p >= 6 && scan->p[0] == '\\' && scan->p[1] == 'u')
    low = code_unit (scan->p + 2, scan->end);
  if (code <= 0xdbff && low >= 0xdc00 && low <= 0xdfff)
    {
      scan->p += 6;
      return TRUE;
    }
  scan->p = at;
  return fail (scan, "lone-surrogate",
               N_ ("This is half of a surrogate pair. Write both halves, or the character itself."));
}

static gboolean
check_escape (DemJsonScan *scan)
{
  char letter = scan->end - scan->p > 1 ? scan->p[1] : '\0';

  if (letter == 'u')
    return check_unicode_escape (scan);
  if (letter == '\0' || strchr ("\"\\/bfnrt", letter) == NULL)
    return fail (scan, "bad-escape",
                 N_ ("This escape is not known to JSON. Write \\\\ for a backslash itself."));
  scan->p += 2;
  return TRUE;
}

/* One character that is not plain ASCII. */
static gboolean
check_special (DemJsonScan *scan)
{
  guint8 byte = (guint8) *scan->p;
  guint length;

  if (byte == '\\')
    {
      scan->special = TRUE;
      return check_escape (scan);
    }
  if (byte < 0x20)
    {
      scan->fault = dem_json_fault_control (byte);
      return FALSE;
    }
  length = utf8_length (scan->p, scan->end);
  if (length == 0)
    return fail (scan, "not-utf-8",
                 N_ ("This is not UTF-8, the encoding of every dossier. Save the file as UTF-8."));
  scan->p += length;
  return TRUE;
}

gboolean
dem_json_scan_string (DemJsonScan *scan)
{
  const char *start = scan->p++;

  scan->special = FALSE;
  for (;;)
    {
      while (scan->end - scan->p >= 8 && all_plain (scan->p))
        scan->p += 8;
      if (scan->p >= scan->end)
        break;
      if (*scan->p == '"')
        {
          scan->p++;
          return TRUE;
        }
      if (!check_special (scan))
        return FALSE;
    }
  scan->p = start;
  scan->fault = dem_json_fault_unterminated_string ();
  return FALSE;
}

static const char *
skip_digits (const char *p, const char *end)
{
  while (p < end && g_ascii_isdigit (*p))
    p++;
  return p;
}

/* The digits behind p, of which there must be some. */
static const char *
need_digits (const char *p, const char *end)
{
  const char *past = skip_digits (p, end);

  return past > p ? past : NULL;
}

/* The end of the number at p, or NULL. */
static const char *
number_end (const char *p, const char *end, gboolean *special)
{
  if (*p == '-')
    p++;
  if (p < end && *p == '0')
    p++;
  else if ((p = need_digits (p, end)) == NULL)
    return NULL;
  *special = FALSE;
  if (p < end && *p == '.')
    {
      *special = TRUE;
      if ((p = need_digits (p + 1, end)) == NULL)
        return NULL;
    }
  if (p < end && (*p == 'e' || *p == 'E'))
    {
      *special = TRUE;
      p++;
      if (p < end && (*p == '+' || *p == '-'))
        p++;
      p = need_digits (p, end);
    }
  return p;
}

gboolean
dem_json_scan_number (DemJsonScan *scan)
{
  const char *past = number_end (scan->p, scan->end, &scan->special);

  if (past == NULL || (past < scan->end && (g_ascii_isalnum (*past) || *past == '.' || *past == '_')))
    {
      scan->fault = dem_json_fault_number (scan->p, scan->end);
      return FALSE;
    }
  scan->p = past;
  return TRUE;
}
