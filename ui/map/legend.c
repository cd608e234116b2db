/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/legend.h"

#include <glib/gi18n-lib.h>

#define POINTS 9.2
#define MARGIN 16.0
#define LINE 28.0    /* length of a sample */
#define LINE_GAP 6.0 /* between sample and word */
#define GAP 16.0     /* between entries */
#define HALO 2.5

typedef struct
{
  DemStance stance; /* DEM_STANCE_NONE for a text without sample */
  PangoLayout *layout;
  graphene_rect_t bounds;
} Entry;

struct _DemMapLegend
{
  DemMapContent *content;
  GArray *entries; /* Entry */
  graphene_rect_t bounds;
  int unplaced; /* index of the entry that counts them, or -1 */
};

const char *
dem_map_legend_get_borders (void)
{
  return _ ("Borders: Natural Earth; no position implied");
}

static void
add_entry (DemMapLegend *self, DemStance stance, const char *text)
{
  Entry entry = { .stance = stance,
                  .layout = dem_map_content_get_layout (self->content, text, POINTS, DEM_TEXT_NORMAL) };
  double width, height;
  dem_paint_measure (entry.layout, &width, &height);
  if (stance != DEM_STANCE_NONE)
    width += LINE + LINE_GAP;
  graphene_rect_init (&entry.bounds, 0, 0, (float) width, (float) height);
  g_array_append_val (self->entries, entry);
}

static gboolean
has_hypothetical (DemMapContent *content)
{
  GArray *ties = dem_map_content_get_ties (content);
  for (guint i = 0; i < ties->len; i++)
    if (g_array_index (ties, DemMapTie, i).stance == DEM_STANCE_HYPOTHETICAL)
      return TRUE;
  return FALSE;
}

static void
add_entries (DemMapLegend *self, gboolean with_borders)
{
  guint n_unplaced = dem_map_content_get_unplaced (self->content)->len;

  for (int stance = DEM_STANCE_ALLIED; stance >= DEM_STANCE_HOSTILE; stance--)
    add_entry (self, (DemStance) stance, dem_stance_get_word ((DemStance) stance));
  if (has_hypothetical (self->content))
    add_entry (self, DEM_STANCE_HYPOTHETICAL, dem_stance_get_word (DEM_STANCE_HYPOTHETICAL));
  if (n_unplaced > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u actor without a place", "%u actors without a place", n_unplaced), n_unplaced);
      self->unplaced = (int) self->entries->len;
      add_entry (self, DEM_STANCE_NONE, text);
    }
  if (with_borders)
    add_entry (self, DEM_STANCE_NONE, dem_map_legend_get_borders ());
}

/* Rows from the bottom upwards would turn the order around: first find out how many there are. */
static void
lay_out (DemMapLegend *self, const DemMapViewport *viewport, double room)
{
  double x = 0.0, y = 0.0, widest = 0.0, line = 0.0;
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      line = MAX (line, entry->bounds.size.height + 2.0);
      if (x > 0 && x + entry->bounds.size.width > room)
        {
          x = 0.0;
          y += line;
        }
      entry->bounds.origin = GRAPHENE_POINT_INIT ((float) x, (float) y);
      x += entry->bounds.size.width + GAP;
      widest = MAX (widest, x - GAP);
    }

  double height = y + line, top = viewport->height - MARGIN + 6.0 - height;
  for (guint i = 0; i < self->entries->len; i++)
    graphene_rect_offset (&g_array_index (self->entries, Entry, i).bounds, (float) MARGIN, (float) top);
  graphene_rect_init (&self->bounds, (float) MARGIN, (float) top, (float) widest, (float) height);
}

DemMapLegend *
dem_map_legend_new (DemMapContent *content,
                    const DemMapViewport *viewport,
                    double room,
                    gboolean with_borders)
{
  DemMapLegend *self = g_new0 (DemMapLegend, 1);
  self->content = dem_map_content_ref (content);
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  self->unplaced = -1;
  add_entries (self, with_borders);
  lay_out (self, viewport, room - MARGIN);
  return self;
}

void
dem_map_legend_free (DemMapLegend *self)
{
  dem_map_content_unref (self->content);
  g_array_unref (self->entries);
  g_free (self);
}

const graphene_rect_t *
dem_map_legend_get_bounds (DemMapLegend *self)
{
  return &self->bounds;
}

const graphene_rect_t *
dem_map_legend_get_unplaced_box (DemMapLegend *self)
{
  return self->unplaced >= 0 ? &g_array_index (self->entries, Entry, self->unplaced).bounds : NULL;
}

static void
draw_samples (DemMapLegend *self, cairo_t *cr)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      double y = entry->bounds.origin.y + entry->bounds.size.height / 2, x = entry->bounds.origin.x;
      if (entry->stance == DEM_STANCE_NONE)
        continue;
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + LINE, y);
      dem_stance_stroke (cr, entry->stance, palette, &palette->sea, 1.0, 1.0);
    }
}

void
dem_map_legend_draw (DemMapLegend *self, GtkSnapshot *snapshot)
{
  const DemPalette *palette = dem_map_content_get_palette (self->content);
  graphene_rect_t bounds = self->bounds;
  graphene_rect_inset (&bounds, -6, -6);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_samples (self, cr);
  cairo_destroy (cr);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      double x = entry->bounds.origin.x + (entry->stance == DEM_STANCE_NONE ? 0.0 : LINE + LINE_GAP);
      dem_paint_text_halo (snapshot, entry->layout, x, entry->bounds.origin.y, &palette->dim, &palette->sea,
                           HALO);
    }
}
