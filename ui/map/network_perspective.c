/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/network_perspective.h"

#include <glib/gi18n-lib.h>

#define RING_RADIUS 14.0
#define RING_WIDTH 2.0

static gboolean
is_its_own (const DemMapTime *time, const DemNetworkTie *tie)
{
  const DemPair *pair = dem_dossier_pair (time->dossier, tie->pair);
  return pair->a == time->perspective || pair->b == time->perspective;
}

void
dem_network_perspective_apply (const DemMapTime *time, GArray *actors, GArray *ties)
{
  g_autofree gboolean *related = g_new0 (gboolean, actors->len + 1);

  if (time->perspective == DEM_NO_INDEX)
    return;
  for (guint i = 0; i < ties->len; i++)
    {
      DemNetworkTie *tie = &g_array_index (ties, DemNetworkTie, i);
      if (is_its_own (time, tie))
        related[tie->a] = related[tie->b] = TRUE;
      else
        tie->dimmed = !tie->selected;
    }
  for (guint i = 0; i < actors->len; i++)
    {
      DemMapHead *head = &g_array_index (actors, DemNetworkActor, i).head;
      head->dimmed = !head->selected && (head->dimmed || (!related[i] && head->actor != time->perspective));
    }
}

static gboolean
is_told (DemNetworkContent *content)
{
  const DemMapTime *time = dem_network_content_get_time (content);
  GArray *ties = dem_network_content_get_ties (content);

  for (guint i = 0; i < ties->len; i++)
    {
      const DemNetworkTie *tie = &g_array_index (ties, DemNetworkTie, i);
      if (tie->stance != DEM_STANCE_NONE && is_its_own (time, tie))
        return TRUE;
    }
  return FALSE;
}

void
dem_network_perspective_add_legend (DemNetworkContent *content, DemMapLegend *legend)
{
  const DemMapTime *time = dem_network_content_get_time (content);

  if (time->perspective == DEM_NO_INDEX || is_told (content))
    return;
  g_autofree char *name = dem_dossier_dup_label (time->dossier, DEM_REF (ACTOR, time->perspective));
  g_autofree char *day = dem_day_format (time->moment);
  /* Translators: an actor and a day. */
  g_autofree char *text = g_strdup_printf (_("Nothing is told of how anybody stood with %s on %s."), name, day);
  dem_map_legend_begin_row (legend);
  dem_map_legend_add_text (legend, dem_network_content_get_layout (content, text, DEM_MAP_LEGEND_POINTS,
                                                                   DEM_TEXT_NORMAL, 0));
}

void
dem_network_perspective_draw_ring (cairo_t *cr, double x, double y, const DemPalette *palette)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, RING_RADIUS, 0, 2 * G_PI);
  cairo_set_line_width (cr, RING_WIDTH);
  gdk_cairo_set_source_rgba (cr, &palette->accent);
  cairo_stroke (cr);
}
