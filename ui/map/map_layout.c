/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/map_layout.h"

#include <glib/gi18n-lib.h>

#include "ui/map/map_keep.h"

static gboolean
has_hypothetical (DemMapContent *content)
{
  GArray *ties = dem_map_content_get_ties (content);
  for (guint i = 0; i < ties->len; i++)
    if (g_array_index (ties, DemMapTie, i).stance == DEM_STANCE_HYPOTHETICAL)
      return TRUE;
  return FALSE;
}

static PangoLayout *
get_legend_text (DemMapContent *content, const char *text)
{
  return dem_map_content_get_layout (content, text, DEM_MAP_LEGEND_POINTS, DEM_TEXT_NORMAL);
}

static void
add_lines (DemMapLegend *legend, DemMapContent *content)
{
  for (int i = DEM_STANCE_ALLIED; i >= DEM_STANCE_HOSTILE; i--)
    dem_map_legend_add_line (legend, (DemStance) i,
                             get_legend_text (content, dem_stance_get_word ((DemStance) i)));
  if (has_hypothetical (content))
    dem_map_legend_add_line (legend, DEM_STANCE_HYPOTHETICAL,
                             get_legend_text (content, dem_stance_get_word (DEM_STANCE_HYPOTHETICAL)));
}

static void
add_fills (DemMapLegend *legend, DemMapContent *content)
{
  for (int i = DEM_STANCE_ALLIED; i >= DEM_STANCE_HOSTILE; i--)
    dem_map_legend_add_fill (legend, (DemStance) i,
                             get_legend_text (content, dem_stance_get_word ((DemStance) i)));
  if (dem_map_content_get_time (content)->scenario != DEM_NO_INDEX)
    dem_map_legend_add_fill (legend, DEM_STANCE_HYPOTHETICAL,
                             get_legend_text (content, dem_stance_get_word (DEM_STANCE_HYPOTHETICAL)));
  dem_map_legend_add_fill (legend, DEM_STANCE_NONE,
                           get_legend_text (content, dem_stance_get_word (DEM_STANCE_NONE)));
}

/* Whose relations are shown though no country can show them. */
static void
add_nothing_told (DemMapLegend *legend, DemMapContent *content)
{
  const DemMapTime *time = dem_map_content_get_time (content);
  g_autofree char *name = dem_dossier_dup_label (time->dossier, DEM_REF (ACTOR, time->perspective));
  g_autofree char *day = dem_day_format (time->moment);
  /* Translators: an actor's name and a day. */
  g_autofree char *text = g_strdup_printf (_("No state’s relation with %s is told on %s"), name, day);

  dem_map_legend_add_text (legend, get_legend_text (content, text));
}

static PangoLayout *
get_unseen_text (DemMapContent *content, guint n)
{
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u more actor on zooming in", "%u more actors on zooming in", n), n);
  return get_legend_text (content, text);
}

/* The line styles or the shades, who has no place, and, where nobody can look it up in a menu, whose borders these
 * are. */
static DemMapLegend *
make_legend (DemMapContent *content, gboolean with_borders, guint n_left_out, gboolean counts_unseen)
{
  DemMapLegend *legend = dem_map_legend_new (dem_map_content_get_palette (content));
  guint n_unplaced = dem_map_content_get_unplaced (content)->len;

  if (dem_map_content_has_standings (content))
    add_fills (legend, content);
  else
    add_lines (legend, content);
  if (dem_map_content_get_time (content)->perspective != DEM_NO_INDEX && !dem_map_content_has_standings (content))
    add_nothing_told (legend, content);
  if (n_unplaced > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u actor without a place", "%u actors without a place", n_unplaced), n_unplaced);
      dem_map_legend_add_unplaced (legend, get_legend_text (content, text));
    }
  if (n_left_out > 0)
    {
      g_autofree char *text
          = g_strdup_printf (ngettext ("%u more relation", "%u more relations", n_left_out), n_left_out);
      dem_map_legend_add_text (legend, get_legend_text (content, text));
    }
  if (counts_unseen)
    /* For now with all actors there are: there is room for any number then. */
    dem_map_legend_add_count (
        legend, get_unseen_text (content, dem_dossier_count (dem_map_content_get_time (content)->dossier, DEM_KIND_ACTOR)));
  if (with_borders)
    dem_map_legend_add_text (legend,
                             get_legend_text (content, _("Borders: Natural Earth; no position implied")));
  return legend;
}

static gboolean
is_in_picture (const DemMapLayout *self, const DemMapSpot *spot)
{
  return spot->x >= 0 && spot->y >= 0 && spot->x <= self->viewport.width && spot->y <= self->viewport.height;
}

/* A marker without a name tells of nobody. */
static guint
count_unseen (const DemMapLayout *self)
{
  guint n = 0;
  for (guint i = 0; i < self->plates->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (self->spots, DemMapSpot, i);
      if (spot->host != i || g_array_index (self->plates, DemMapPlate, i).name != NULL || !is_in_picture (self, spot))
        continue;
      n += spot->has_state;
      n += spot->unfolded ? 0 : spot->heads->len;
    }
  return n;
}

static void
draw_arcs (cairo_t *cr, gpointer data)
{
  dem_map_layout_draw_arcs (data, cr);
}

/* Arcs are many and stand: they can be drawn while names look for room. */
static void
begin_raster (DemMapLayout *self)
{
  if (self->scale_factor > 0 && self->arcs->len > DEM_MAP_MANY_ARCS)
    self->raster = dem_map_raster_new (self->viewport.width, self->viewport.height, self->scale_factor, draw_arcs, self);
}

/* Finds room for everything but markers, which stand already. */
static void
arrange (DemMapLayout *self, const DemMapUnfold *unfold, const DemMapLayout *before, gboolean counts)
{
  g_autofree DemMapSide *sides = dem_map_keep_sides (before, self->content);
  g_autofree guint8 *slots = dem_map_keep_slots (before, self->content);
  gboolean has_buttons = self->scale_factor > 0;
  g_auto (DemMapRoom) room = { 0 };

  self->arcs = dem_map_arcs_new (self->content, self->spots, &self->viewport, self->bends, self->zoom,
                                 &self->n_left_out);
  self->legend = make_legend (self->content, !has_buttons, self->n_left_out, counts);
  dem_map_legend_lay_out (self->legend, self->viewport.width, self->viewport.height, has_buttons);
  dem_map_room_init (&room, self->content, &self->viewport, self->spots, self->arcs);
  g_array_append_vals (room.reserved, dem_map_legend_get_bounds (self->legend), 1);
  if (has_buttons)
    g_array_append_vals (room.reserved, dem_map_legend_get_buttons (self->legend), 1);
  self->fans = dem_map_fans_new (&room, unfold);
  if (dem_map_fans_lay_arcs (self->fans, &room, self->bends))
    dem_map_room_update_arcs (&room);
  begin_raster (self);
  self->plates = dem_map_plates_new (&room, sides);
  self->labels = dem_map_labels_new (&room, slots);
  self->n_unseen = count_unseen (self);
  if (counts)
    dem_map_legend_set_count (self->legend,
                              self->n_unseen > 0 ? get_unseen_text (self->content, self->n_unseen) : NULL);
}

static void
clear_arrangement (DemMapLayout *self)
{
  g_clear_pointer (&self->raster, dem_map_raster_free);
  g_clear_pointer (&self->arcs, g_array_unref);
  g_clear_pointer (&self->fans, g_array_unref);
  g_clear_pointer (&self->plates, g_array_unref);
  g_clear_pointer (&self->labels, g_array_unref);
  g_clear_pointer (&self->legend, dem_map_legend_free);
  for (guint i = 0; i < self->spots->len; i++)
    g_array_index (self->spots, DemMapSpot, i).unfolded = FALSE;
}

DemMapLayout *
dem_map_layout_new (DemMapContent *content,
                    double width,
                    double height,
                    DemMapCamera camera,
                    const DemMapUnfold *unfold,
                    const DemMapLayout *before,
                    int scale_factor)
{
  DemMapLayout *self = g_new0 (DemMapLayout, 1);
  DemMapWorld *world = dem_map_content_get_world (content);
  gboolean counts = before != NULL && before->n_unseen > 0;

  self->content = dem_map_content_ref (content);
  self->scale_factor = scale_factor;
  dem_map_viewport_init (&self->viewport, dem_map_world_get_projection (world),
                         dem_map_world_get_extent (world), width, height, camera);
  self->bends = dem_map_keep_bends (before, content);
  dem_map_bends_choose (content, self->bends);
  self->spots = dem_map_spots_new (content, &self->viewport);
  self->zoom = camera.zoom;
  arrange (self, unfold, before, counts);
  /* The words that count them need room as well. */
  if (self->n_unseen > 0 && !counts)
    {
      clear_arrangement (self);
      arrange (self, unfold, before, TRUE);
    }
  return self;
}

void
dem_map_layout_free (DemMapLayout *self)
{
  clear_arrangement (self);
  g_free (self->bends);
  g_array_unref (self->spots);
  dem_map_content_unref (self->content);
  g_free (self);
}
