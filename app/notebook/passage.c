/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/passage.h"

#include <string.h>

/* ---- Texts ---- */

/* What keyboards and typesetters write differently. */
static gunichar
make_plain (gunichar c)
{
  switch (c)
    {
    case 0x2018: /* single quotation marks */
    case 0x2019:
    case 0x201a:
    case 0x2032:
      return '\'';
    case 0x201c: /* double ones */
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
      return '"';
    case 0x2010: /* hyphens and dashes */
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    default:
      return g_unichar_isspace (c) ? ' ' : g_unichar_tolower (c);
    }
}

DemPassage *
dem_passage_new (const char *text)
{
  DemPassage *self;
  guint32 at = 0;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (DemPassage, 1);
  length = (gsize) g_utf8_strlen (text, -1);
  self->chars = g_new (gunichar, length + 1);
  self->at = g_new (guint32, length + 1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), at++)
    {
      gunichar c = make_plain (g_utf8_get_char (p));

      if (c == ' ' && (self->n == 0 || self->chars[self->n - 1] == ' '))
        continue;
      self->chars[self->n] = c;
      self->at[self->n++] = at;
    }
  if (self->n > 0 && self->chars[self->n - 1] == ' ')
    self->n--;
  self->at[self->n] = self->n > 0 ? self->at[self->n - 1] + 1 : 0;
  return self;
}

void
dem_passage_free (DemPassage *self)
{
  g_free (self->chars);
  g_free (self->at);
  g_free (self);
}

/* ---- Finding ---- */

guint
dem_passage_find (const DemPassage *self, const DemPassage *words, guint from)
{
  if (words->n == 0)
    return G_MAXUINT;
  for (guint i = from; i + words->n <= self->n; i++)
    if (self->chars[i] == words->chars[0]
        && memcmp (self->chars + i, words->chars, words->n * sizeof (gunichar)) == 0)
      return i;
  return G_MAXUINT;
}

/* Cell: how many letters differ, and where in the text the passage begins. */
typedef struct
{
  guint cost;
  guint start;
} Cell;

static Cell
choose (Cell both, Cell more, Cell less, gboolean differs)
{
  Cell best = { both.cost + differs, both.start };

  if (more.cost + 1 < best.cost)
    best = (Cell){ more.cost + 1, more.start };
  if (less.cost + 1 < best.cost)
    best = (Cell){ less.cost + 1, less.start };
  return best;
}

guint
dem_passage_find_like (const DemPassage *self, const DemPassage *words, guint most, guint *start, guint *end)
{
  g_autofree Cell *column = g_new (Cell, words->n + 1);
  guint least = G_MAXUINT;

  for (guint i = 0; i <= words->n; i++)
    column[i] = (Cell){ i, 0 };
  for (guint j = 0; j < self->n; j++)
    {
      Cell diagonal = column[0];

      column[0] = (Cell){ 0, j + 1 };
      for (guint i = 1; i <= words->n; i++)
        {
          Cell before = column[i];

          column[i] = choose (diagonal, before, column[i - 1], words->chars[i - 1] != self->chars[j]);
          diagonal = before;
        }
      if (column[words->n].cost <= most && column[words->n].cost < least)
        {
          least = column[words->n].cost;
          *start = column[words->n].start;
          *end = j + 1;
        }
    }
  return least;
}

/* Levenshtein's distance as a share of the longer one. */
double
dem_passage_compare (const gunichar *a, guint n_a, const gunichar *b, guint n_b)
{
  g_autofree guint *row = g_new (guint, n_b + 1);

  if (n_a == 0 && n_b == 0)
    return 1;
  for (guint j = 0; j <= n_b; j++)
    row[j] = j;
  for (guint i = 0; i < n_a; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;
      for (guint j = 1; j <= n_b; j++)
        {
          guint before = row[j];

          row[j] = MIN (diagonal + (a[i] != b[j - 1]), MIN (before, row[j - 1]) + 1);
          diagonal = before;
        }
    }
  return 1 - (double) row[n_b] / MAX (n_a, n_b);
}
