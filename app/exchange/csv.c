/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/csv.h"

#include <math.h>
#include <string.h>

static void
begin_field (GString *csv)
{
  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');
}

/* The wide forms are taken for the narrow ones where these are usual; tabs and ends of lines are skipped. */
gboolean
dem_csv_is_formula (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  switch (g_utf8_get_char (text))
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case 0xff1d:
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
      return TRUE;
    default:
      return FALSE;
    }
}

/* An empty field at the beginning of a line is written as "", so that there is something for the next to follow. */
void
dem_csv_add_text (GString *csv, const char *text)
{
  const char *guard = "";

  g_return_if_fail (csv != NULL);

  begin_field (csv);
  text = text != NULL ? text : "";
  if (dem_csv_is_formula (text + strspn (text, "'")))
    guard = "'";
  if (*text != '\0' && *guard == '\0' && strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_printf (csv, "\"%s", guard);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

void
dem_csv_add_number (GString *csv, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (csv != NULL);

  if (isnan (number))
    dem_csv_add_text (csv, NULL);
  else
    {
      begin_field (csv);
      /* Less than half of the last digit is nothing, not minus nothing. */
      g_string_append (csv, g_ascii_formatd (digits, sizeof digits, "%.4f", fabs (number) < 0.00005 ? 0 : number));
    }
}

void
dem_csv_end_line (GString *csv)
{
  g_return_if_fail (csv != NULL);

  g_string_append (csv, "\r\n");
}

void
dem_tsv_add_text (GString *tsv, const char *text)
{
  g_return_if_fail (tsv != NULL && text != NULL);

  if (dem_csv_is_formula (text + strspn (text, "'")))
    g_string_append_c (tsv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (tsv, strchr ("\t\r\n", *p) != NULL ? ' ' : *p);
  g_string_append_c (tsv, '\t');
}

/* Instead of the last tab. */
void
dem_tsv_end_line (GString *tsv)
{
  g_return_if_fail (tsv != NULL);

  if (tsv->len > 0 && tsv->str[tsv->len - 1] == '\t')
    g_string_truncate (tsv, tsv->len - 1);
  g_string_append_c (tsv, '\n');
}
