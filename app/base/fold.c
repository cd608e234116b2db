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

/* Folds one character; where the next begins. */
static const char *
append_next (GString *folded, const char *p)
{
  if ((guint8) *p >= 0x80)
    {
      append_char (folded, g_utf8_get_char (p));
      return g_utf8_next_char (p);
    }
  if (g_ascii_isspace (*p))
    append_blank (folded);
  else
    g_string_append_c (folded, g_ascii_tolower (*p));
  return p + 1;
}

void
dem_fold_append (GString *folded, const char *text)
{
  g_return_if_fail (folded != NULL && text != NULL);

  while (*text != '\0')
    text = append_next (folded, text);
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

static gboolean
starts_word (const char *folded, const char *place)
{
  return place == folded || (!g_ascii_isalnum (place[-1]) && (guint8) place[-1] < 0x80);
}

/* The best place of a word in a folded text: at the beginning of a word, else the first. (nullable) */
static const char *
find_place (const char *folded, const char *word)
{
  const char *first = strstr (folded, word);

  for (const char *place = first; place != NULL; place = strstr (place + 1, word))
    if (starts_word (folded, place))
      return place;
  return first;
}

gboolean
dem_fold_find (const char *text, const char *word, gsize *start, gsize *end)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (gsize)); /* of each folded byte in the text */
  const char *place;

  g_return_val_if_fail (text != NULL && word != NULL && start != NULL && end != NULL, FALSE);

  for (const char *p = text; *p != '\0';)
    {
      gsize origin = (gsize) (p - text);

      p = append_next (folded, p);
      while (origins->len < folded->len)
        g_array_append_val (origins, origin);
    }
  place = *word != '\0' ? find_place (folded->str, word) : NULL;
  if (place == NULL)
    return FALSE;
  *start = g_array_index (origins, gsize, place - folded->str);
  *end = g_array_index (origins, gsize, place - folded->str + strlen (word) - 1);
  *end += (gsize) g_utf8_skip[(guint8) text[*end]];
  return TRUE;
}
