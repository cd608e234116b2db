/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/schemes_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A name this long may have one letter mistaken, one twice as long two. */
#define LENGTH_OF_A_MISTAKE 7

/* Longer names are no scheme's. */
#define LONGEST_NAME 200

#define MOST_REMEMBERED 1000

/* ---- Names ---- */

static gboolean
tells_nothing (const char *word)
{
  static const char *const words[] = { "argument", "appeal", "scheme", "reasoning", "from", "to", "by", "of", "a", "an",
                                       "the",      "for",    "and",    "with",      NULL };

  return g_strv_contains (words, word);
}

/* What is left of a name when case, hyphens, plurals and the words that all names have in common are taken off. Of a name
 * that has nothing else, all. (transfer full) */
static char *
normalise (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_auto (GStrv) words = NULL;
  GString *key = g_string_new (NULL);

  for (char *p = folded; *p != '\0'; p++)
    if (g_ascii_ispunct (*p) || g_ascii_isspace (*p))
      *p = ' ';
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (length > 3 && words[i][length - 1] == 's' && words[i][length - 2] != 's')
        words[i][length - 1] = '\0';
      if (*words[i] != '\0' && !tells_nothing (words[i]))
        g_string_append_printf (key, "%s%s", key->len > 0 ? " " : "", words[i]);
    }
  return g_string_free (key, FALSE);
}

/* How many letters have to be put in, taken out or changed to make one name of another (Levenshtein 1966). */
static guint
count_mistakes (const char *a, const char *b)
{
  const gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;
  for (gsize i = 1; a[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i;
      for (gsize j = 1; j <= n; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (a[i - 1] != b[j - 1]));
          diagonal = above;
        }
    }
  return row[n];
}

/* ---- The table ---- */

/* All names and aliases, normalised → scheme; made once. */
static GHashTable *
get_names (void)
{
  static GHashTable *names;

  if (g_once_init_enter (&names))
    {
      GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < dem_scheme_table_length; i++)
        {
          const DemScheme *scheme = &dem_scheme_table[i];
          g_auto (GStrv) aliases = g_strsplit (scheme->aliases != NULL ? scheme->aliases : "", "|", -1);

          g_hash_table_insert (table, normalise (scheme->name), (gpointer) scheme);
          for (guint j = 0; aliases[j] != NULL; j++)
            g_hash_table_insert (table, normalise (aliases[j]), (gpointer) scheme);
        }
      g_once_init_leave (&names, table);
    }
  return names;
}

/* The scheme whose name is nearest to a mistaken one; none when two are as near. */
static const DemScheme *
find_nearest (const char *key)
{
  guint most = (guint) MIN (strlen (key) / LENGTH_OF_A_MISTAKE, 2), best = most + 1;
  const DemScheme *nearest = NULL;
  GHashTableIter iter;
  gpointer name, scheme;

  g_hash_table_iter_init (&iter, get_names ());
  while (most > 0 && g_hash_table_iter_next (&iter, &name, &scheme))
    {
      guint mistakes = count_mistakes (key, name);

      if (mistakes == best && scheme != nearest)
        nearest = NULL;
      if (mistakes < best)
        {
          best = mistakes;
          nearest = scheme;
        }
    }
  return nearest;
}

static const DemScheme *
look_up (const char *name)
{
  g_autofree char *key = normalise (name);
  const DemScheme *scheme;

  if (*key == '\0')
    return NULL;
  scheme = g_hash_table_lookup (get_names (), key);
  return scheme != NULL ? scheme : find_nearest (key);
}

/* A dossier has few names, and each step asks for its own again and again: what was found, or not, is remembered. */
const DemScheme *
dem_scheme_find (const char *name)
{
  static GMutex mutex;
  static GHashTable *found; /* as written → scheme, or NULL */
  g_autoptr (GMutexLocker) locker = NULL;
  gpointer scheme;

  if (name == NULL || strlen (name) > LONGEST_NAME)
    return NULL;
  locker = g_mutex_locker_new (&mutex);
  if (found == NULL)
    found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_lookup_extended (found, name, NULL, &scheme))
    return scheme;
  if (g_hash_table_size (found) >= MOST_REMEMBERED)
    g_hash_table_remove_all (found);
  scheme = (gpointer) look_up (name);
  g_hash_table_insert (found, g_strdup (name), scheme);
  return scheme;
}

guint
dem_scheme_count (void)
{
  return dem_scheme_table_length;
}

const DemScheme *
dem_scheme_get (guint index)
{
  g_return_val_if_fail (index < dem_scheme_table_length, NULL);

  return &dem_scheme_table[index];
}

const char *
dem_scheme_get_name (const DemScheme *scheme)
{
  g_return_val_if_fail (scheme != NULL, NULL);

  return scheme->name;
}

const char *
dem_scheme_get_title (const DemScheme *scheme)
{
  g_return_val_if_fail (scheme != NULL, NULL);

  return _ (scheme->name);
}

guint
dem_scheme_get_n_questions (const DemScheme *scheme)
{
  guint n = 0;

  g_return_val_if_fail (scheme != NULL, 0);

  while (scheme->questions[n] != NULL)
    n++;
  return n;
}

const char *
dem_scheme_get_question (const DemScheme *scheme, guint index)
{
  g_return_val_if_fail (scheme != NULL && index < dem_scheme_get_n_questions (scheme), NULL);

  return _ (scheme->questions[index]);
}
