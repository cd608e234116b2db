/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/fold.h"

#include <string.h>

/* The combining marks of Latin, Greek and Cyrillic. Those of other scripts tell letters apart. */
#define FIRST_ACCENT 0x300
#define LAST_ACCENT 0x36f

#define SHARP_S 0xdf
#define FINAL_SIGMA 0x3c2
#define SIGMA 0x3c3
#define DOTLESS_I 0x131

/* Letters with a stroke, which Unicode does not take apart. */
static gunichar
take_stroke_off (gunichar c)
{
  switch (c)
    {
    case 0xf8: /* ø */
      return 'o';
    case 0x111: /* đ */
      return 'd';
    case 0x127: /* ħ */
      return 'h';
    case 0x142: /* ł */
      return 'l';
    case 0x167: /* ŧ */
      return 't';
    case DOTLESS_I:
      return 'i';
    case FINAL_SIGMA:
      return SIGMA;
    default:
      return c;
    }
}

static void
append_blank (GString *folded)
{
  if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

static void
append_part (GString *folded, gunichar c)
{
  if (c >= FIRST_ACCENT && c <= LAST_ACCENT)
    return;
  if (g_unichar_isspace (c))
    {
      append_blank (folded);
      return;
    }
  c = g_unichar_tolower (c);
  if (c == SHARP_S)
    g_string_append (folded, "ss");
  else
    g_string_append_unichar (folded, take_stroke_off (c));
}

static void
append_char (GString *folded, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    append_part (folded, parts[i]);
}

void
dem_fold_append (GString *folded, const char *text)
{
  const char *p = text;

  g_return_if_fail (folded != NULL && text != NULL);

  while (*p != '\0')
    if ((guint8) *p >= 0x80)
      {
        append_char (folded, g_utf8_get_char (p));
        p = g_utf8_next_char (p);
      }
    else
      {
        if (g_ascii_isspace (*p))
          append_blank (folded);
        else
          g_string_append_c (folded, g_ascii_tolower (*p));
        p++;
      }
}

char *
dem_fold_text (const char *text)
{
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_string_sized_new (strlen (text));
  dem_fold_append (folded, text);
  return g_string_free (folded, FALSE);
}

char **
dem_fold_words (const char *query)
{
  g_autofree char *folded = dem_fold_text (query);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  return g_strv_builder_end (builder);
}

gboolean
dem_fold_has_words (const char *folded, const char *const *words)
{
  g_return_val_if_fail (folded != NULL && words != NULL, FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
