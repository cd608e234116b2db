/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <pango/pangocairo.h>

#include "app/dossier/loader.h"
#include "ui/map/map_scene.h"

/* What the tests of map scenes have in common. */

/* A focus on a dossier and what a scene of it is made from. */
typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  PangoContext *pango;
  DemSceneInput input;
} Stage;

static inline DemDossier *
load_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "dossiers", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DemLoader) loader = dem_loader_new (file);
  g_autoptr (GError) error = NULL;
  DemDossier *dossier = dem_loader_load (loader, NULL, &error);
  g_assert_no_error (error);
  return dossier;
}

static inline DemDossier *
load_text (const char *members)
{
  g_autofree char *text
      = g_strdup_printf ("{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x:test\", "
                         "\"title\": \"Test\", \"today\": \"2020-01-01\"%s}",
                         members);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DemLoader) loader = dem_loader_new_for_bytes (bytes, "test");
  g_autoptr (GError) error = NULL;
  DemDossier *dossier = dem_loader_load (loader, NULL, &error);
  g_assert_no_error (error);
  return dossier;
}

static inline void
open_stage (Stage *stage, DemDossier *dossier)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell 11");
  stage->dossier = dossier;
  stage->focus = dem_focus_new ();
  dem_focus_open (stage->focus, dossier);
  stage->pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_font_description (stage->pango, font);
}

static inline void
close_stage (Stage *stage)
{
  g_object_unref (stage->pango);
  g_object_unref (stage->focus);
  g_object_unref (stage->dossier);
}

static inline const DemSceneInput *
get_input (Stage *stage, double width, double height)
{
  stage->input = (DemSceneInput){ .dossier = stage->dossier,
                                  .focus = stage->focus,
                                  .relevance = dem_focus_get_relevance (stage->focus),
                                  .palette = dem_palette_get (FALSE, FALSE),
                                  .pango = stage->pango,
                                  .width = width,
                                  .height = height };
  return &stage->input;
}

static inline const DemMark *
find_mark (DemScene *scene, DemRef ref)
{
  guint n;
  const DemMark *marks = dem_scene_get_marks (scene, &n);
  for (guint i = 0; i < n; i++)
    if (dem_ref_equal (marks[i].ref, ref))
      return &marks[i];
  return NULL;
}

static inline graphene_point_t
get_middle (const DemMark *mark)
{
  graphene_point_t middle;
  graphene_rect_get_center (&mark->bounds, &middle);
  return middle;
}

/* Draws the scene, so that drawing is tested wherever a scene is; (transfer full). */
static inline cairo_surface_t *
draw (DemScene *scene, int width, int height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  guint n;
  const DemMark *marks = dem_scene_get_marks (scene, &n);
  dem_scene_draw (scene, snapshot);
  for (guint i = 0; i < n; i += 7)
    dem_scene_draw_ring (scene, snapshot, marks[i].ref);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  gsk_render_node_draw (node, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* ---- Nothing covers anything ---- */

static inline gboolean
overlap (const graphene_rect_t *a, const graphene_rect_t *b)
{
  graphene_rect_t common;
  return graphene_rect_intersection (a, b, &common) && common.size.width > 0.01f
         && common.size.height > 0.01f;
}

static inline void
assert_clear (DemMapScene *scene, double width, double height)
{
  g_autoptr (GArray) labels = dem_map_scene_get_label_boxes (scene);
  g_autoptr (GArray) markers = dem_map_scene_get_marker_boxes (scene);
  guint n_names = labels->len - 1; /* the legend is the last, and may lie over markers */

  for (guint i = 0; i < labels->len; i++)
    for (guint j = i + 1; j < labels->len; j++)
      g_assert_false (
          overlap (&g_array_index (labels, graphene_rect_t, i), &g_array_index (labels, graphene_rect_t, j)));
  for (guint i = 0; i < n_names; i++)
    {
      const graphene_rect_t *label = &g_array_index (labels, graphene_rect_t, i);
      g_assert_cmpfloat (label->origin.x, >=, 0);
      g_assert_cmpfloat (label->origin.y, >=, 0);
      g_assert_cmpfloat (label->origin.x + label->size.width, <=, width);
      g_assert_cmpfloat (label->origin.y + label->size.height, <=, height);
      for (guint j = 0; j < markers->len; j++)
        g_assert_false (overlap (label, &g_array_index (markers, graphene_rect_t, j)));
    }
}
