/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/label_cache.h"

#include <math.h>

#define MOST 2000 /* labels that make a generation */

typedef struct
{
  DemLabel label;
  char *text;
  int points; /* in tenths */
  int max_width;
  DemTextStyle style;
} Entry;

struct _DemLabelCache
{
  /* Entry, its own key: those asked for lately, and those before. What is asked for again moves on; the others go all
   * together when the next generation is full, so that no picture has to measure everything anew. */
  GHashTable *entries;
  GHashTable *before;
  PangoContext *pango;
  guint serial;
  guint fonts; /* how often they have changed */
};

static guint
entry_hash (gconstpointer key)
{
  const Entry *entry = key;

  return g_str_hash (entry->text) * 31 + (guint) entry->points * 7 + (guint) entry->max_width * 131
         + entry->style;
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  return x->points == y->points && x->style == y->style && x->max_width == y->max_width
         && g_str_equal (x->text, y->text);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->label.layout);
  g_free (entry->text);
  g_free (entry);
}

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (entry_hash, entry_equal, entry_free, NULL);
}

DemLabelCache *
dem_label_cache_new (void)
{
  DemLabelCache *self = g_new0 (DemLabelCache, 1);

  self->entries = table_new ();
  self->before = table_new ();
  return self;
}

void
dem_label_cache_free (DemLabelCache *self)
{
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->before);
  g_clear_object (&self->pango);
  g_free (self);
}

void
dem_label_cache_begin (DemLabelCache *self, PangoContext *pango)
{
  guint serial = pango_context_get_serial (pango);
  gboolean changed = self->pango != pango || self->serial != serial;

  self->fonts += changed;
  if (changed)
    g_hash_table_remove_all (self->entries);
  if (changed || g_hash_table_size (self->entries) > MOST)
    {
      g_hash_table_unref (self->before);
      self->before = self->entries;
      self->entries = table_new ();
    }
  g_set_object (&self->pango, pango);
  self->serial = serial;
}

guint
dem_label_cache_get_fonts (DemLabelCache *self)
{
  return self->fonts;
}

static Entry *
entry_new (DemLabelCache *self, const Entry *key)
{
  Entry *entry = g_memdup2 (key, sizeof *key);
  PangoLayout *layout = dem_paint_layout (self->pango, key->text, key->points / 10.0, key->style);

  entry->text = g_strdup (key->text);
  entry->label.layout = layout;
  /* A name with a line break in it would reach into its neighbours. */
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  dem_paint_measure (layout, &entry->label.width, &entry->label.height);
  if (key->max_width > 0 && entry->label.width > key->max_width)
    {
      pango_layout_set_width (layout, key->max_width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      dem_paint_measure (layout, &entry->label.width, &entry->label.height);
    }
  return entry;
}

const DemLabel *
dem_label_cache_get (
    DemLabelCache *self, const char *text, double points, DemTextStyle style, double max_width)
{
  Entry key = {
    .text = (char *) text, .points = (int) lround (points * 10), .style = style, .max_width = (int) max_width
  };
  Entry *entry;

  g_return_val_if_fail (self->pango != NULL, NULL);

  entry = g_hash_table_lookup (self->entries, &key);
  if (entry != NULL)
    return &entry->label;
  if (!g_hash_table_steal_extended (self->before, &key, (gpointer *) &entry, NULL))
    entry = entry_new (self, &key);
  g_hash_table_add (self->entries, entry);
  return &entry->label;
}
