/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tests/support/fixture.h"
#include "ui/timeline/timeline_scene.h"

/* A timeline of a dossier, without a widget, as large as in the window. */

#define WIDTH 1020.0
#define HEIGHT 362.0
#define HEAD                                                                                                 \
  "{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:x:t\",\"title\":\"T\",\"today\":\"2020-11-"   \
  "19\","
#define EVENT(id, when) "{\"id\":\"" id "\",\"title\":\"Event " id "\",\"when\":\"" when "\"}"

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  PangoContext *pango;
  DemScene *scene;
} Sample;

static inline void
remake_grouped (Sample *sample, double width, double height, DemEventGrouping grouping)
{
  DemSceneInput input = { .dossier = sample->dossier,
                          .focus = sample->focus,
                          .relevance = dem_focus_get_relevance (sample->focus),
                          .palette = dem_palette_get (FALSE, FALSE),
                          .pango = sample->pango,
                          .width = width,
                          .height = height };

  g_clear_object (&sample->scene);
  sample->scene = dem_timeline_scene_new_grouped (&input, grouping);
}

static inline void
remake (Sample *sample, double width, double height)
{
  remake_grouped (sample, width, height, DEM_GROUPING_NONE);
}

static inline Sample
sample_new (DemDossier *dossier)
{
  Sample sample = { .dossier = dossier, .focus = dem_focus_new () };

  sample.pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (sample.pango, 96);
  dem_focus_open (sample.focus, dossier);
  remake (&sample, WIDTH, HEIGHT);
  return sample;
}

static inline Sample
sample_of (const char *text)
{
  return sample_new (open_text (text));
}

static inline void
sample_clear (Sample *sample)
{
  g_assert_finalize_object (sample->scene);
  g_assert_finalize_object (sample->focus);
  g_assert_finalize_object (sample->dossier);
  g_object_unref (sample->pango);
}

static inline DemTimelineScene *
scene_of (const Sample *sample)
{
  return DEM_TIMELINE_SCENE (sample->scene);
}

static inline void
set_view (Sample *sample, gint64 first, gint64 last)
{
  dem_focus_set_view (sample->focus,
                      (DemPeriod){ dem_day_from_date (first, 1, 1), dem_day_from_date (last, 12, 31) });
  remake (sample, WIDTH, HEIGHT);
}

static inline cairo_surface_t *
render (const Sample *sample)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) WIDTH, (int) HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  dem_scene_draw (sample->scene, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

static inline guint32
pixel_at (cairo_surface_t *surface, double x, double y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  const guint32 *row
      = (const guint32 *) (gconstpointer) (data + (int) y * cairo_image_surface_get_stride (surface));

  return row[(int) x] & 0xffffff;
}

static inline const DemMark *
find_mark (const Sample *sample, const char *id)
{
  DemRef ref = dem_dossier_find (sample->dossier, id);
  guint n;
  const DemMark *marks = dem_scene_get_marks (sample->scene, &n);

  for (guint i = 0; i < n; i++)
    if (dem_ref_equal (marks[i].ref, ref))
      return &marks[i];
  return NULL;
}

/* Everything in view is a label, a dot or counted. */
static inline void
assert_nothing_lost (const Sample *sample)
{
  DemEventLane *lane = dem_timeline_scene_get_event_lane (scene_of (sample));
  const DemLanes *lanes = dem_event_lane_get_lanes (lane);
  guint n = lanes->placed->len + lanes->dots->len;

  for (guint i = 0; i < lanes->clusters->len; i++)
    n += g_array_index (lanes->clusters, DemLaneCluster, i).count;
  g_assert_cmpuint (n, ==, dem_event_lane_count (lane));
}

static inline Sample
bundled (void)
{
  return sample_new (open_fixture ("../data/dossiers/north-korea-2020.dossier.json"));
}
