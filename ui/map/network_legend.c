/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/network_legend.h"

#include <glib/gi18n-lib.h>

#include "ui/map/network_lines.h"
#include "ui/map/network_perspective.h"

static PangoLayout *
get_layout (DemNetworkPicture *picture, const char *text)
{
  return dem_network_content_get_layout (picture->content, text, DEM_MAP_LEGEND_POINTS, DEM_TEXT_NORMAL, 0);
}

static gboolean
has_hypothetical (DemNetworkPicture *picture)
{
  GArray *ties = dem_network_content_get_ties (picture->content);

  for (guint i = 0; i < ties->len; i++)
    if (g_array_index (ties, DemNetworkTie, i).stance == DEM_STANCE_HYPOTHETICAL)
      return TRUE;
  return FALSE;
}

static void
add_kinds (DemMapLegend *legend, DemNetworkPicture *picture)
{
  static const struct
  {
    DemActorKind kind;
    const char *word;
  } kinds[] = { { DEM_ACTOR_PERSON, N_ ("Person") },
                { DEM_ACTOR_ORGANISATION, N_ ("Organisation") },
                { DEM_ACTOR_GROUP, N_ ("Group") },
                { DEM_ACTOR_STATE, N_ ("State") } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    dem_map_legend_add_kind (legend, kinds[i].kind, get_layout (picture, _ (kinds[i].word)));
}

static void
add_lines (DemMapLegend *legend, DemNetworkPicture *picture)
{
  for (int i = DEM_STANCE_ALLIED; i >= DEM_STANCE_HOSTILE; i--)
    dem_map_legend_add_line (legend, (DemStance) i,
                             get_layout (picture, dem_stance_get_word ((DemStance) i)));
  if (has_hypothetical (picture))
    dem_map_legend_add_line (legend, DEM_STANCE_HYPOTHETICAL,
                             get_layout (picture, dem_stance_get_word (DEM_STANCE_HYPOTHETICAL)));
}

/* Always there where some may be left out, so that the rows above it don't leap. */
static void
add_count (DemMapLegend *legend, DemNetworkPicture *picture)
{
  guint n = dem_network_content_get_ties (picture->content)->len;
  /* Translators: how many relations are drawn, and how many there are. */
  const char *format = ngettext ("%u of %u relation drawn", "%u of %u relations drawn", n);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *text = g_strdup_printf (format, picture->arcs->len, n);
#pragma GCC diagnostic pop

  dem_map_legend_begin_row (legend);
  dem_map_legend_add_text (legend, get_layout (picture, text));
}

DemMapLegend *
dem_network_legend_new (DemNetworkPicture *picture)
{
  DemMapLegend *legend = dem_map_legend_new (dem_network_content_get_palette (picture->content));

  add_kinds (legend, picture);
  dem_map_legend_begin_row (legend);
  add_lines (legend, picture);
  dem_network_perspective_add_legend (picture->content, legend);
  if (dem_network_content_get_ties (picture->content)->len > DEM_NETWORK_MOST_LINES)
    add_count (legend, picture);
  if (!dem_network_content_has_places (picture->content))
    {
      dem_map_legend_begin_row (legend);
      dem_map_legend_add_text (legend, get_layout (picture, _ ("Nobody here has a place on a map")));
    }
  return legend;
}
