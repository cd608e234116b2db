/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The outline as a picture, on one page and on several. */

#include "tests/support/argument_page.h"
#include "ui/argument/argument_scene.h"

static DemScene *
create_scene (Fixture *f, double height, guint row)
{
  DemSceneInput input = { f->dossier, f->focus, dem_focus_get_relevance (f->focus), dem_palette_get (FALSE, FALSE),
                          gtk_widget_get_pango_context (f->page), 600, height };

  return height > 0 ? dem_argument_scene_new_from (&input, row) : NULL;
}

static double
measure (Fixture *f, double width)
{
  DemSceneInput input = { f->dossier, f->focus, dem_focus_get_relevance (f->focus), dem_palette_get (FALSE, FALSE),
                          gtk_widget_get_pango_context (f->page), width, 0 };

  return dem_argument_scene_measure_height (&input);
}

static void
test_scene (Fixture *f, gconstpointer data)
{
  double height = measure (f, 600);
  g_autoptr (DemScene) scene = create_scene (f, height, 0);
  g_autofree char *description = dem_scene_describe (scene, ref_of (f, "deep"));
  GtkSnapshot *snapshot = gtk_snapshot_new (), *ring_snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GskRenderNode) ring = NULL;
  graphene_rect_t bounds;
  const DemMark *marks;
  guint n = 0;

  g_assert_cmpfloat (measure (f, 90), >, height);
  g_assert_cmpuint (dem_argument_scene_get_next (DEM_ARGUMENT_SCENE (scene)), ==, 0);
  g_assert_cmpstr (description, ==, "level 3, for: The ground. The deep.");
  marks = dem_scene_get_marks (scene, &n);
  g_assert_cmpuint (n, ==, dem_dossier_count (f->dossier, DEM_KIND_CLAIM));
  for (guint i = 0; i < n; i++)
    {
      graphene_point_t centre;

      graphene_rect_get_center (&marks[i].bounds, &centre);
      g_assert_true (dem_ref_equal (dem_scene_hit (scene, centre.x, centre.y, 0), marks[i].ref));
      g_assert_cmpfloat (marks[i].bounds.origin.y + marks[i].bounds.size.height, <=, height + 0.5);
      g_assert_true (i == 0
                     || marks[i].bounds.origin.y
                            >= marks[i - 1].bounds.origin.y + marks[i - 1].bounds.size.height - 0.5);
    }
  g_assert_true (dem_ref_is_none (dem_scene_hit (scene, 300, height + 10, 0)));
  dem_scene_draw (scene, snapshot);
  dem_scene_draw_ring (scene, ring_snapshot, ref_of (f, "deep"));
  ring = gtk_snapshot_free_to_node (ring_snapshot);
  g_assert_nonnull (ring);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_get_bounds (node, &bounds);
  /* The ink of a letter may reach a pixel beyond its origin. */
  g_assert_cmpfloat (bounds.origin.x, >=, -1);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, 601);
}

/* Pages in turn show every row once. */
static void
test_pages (Fixture *f, gconstpointer data)
{
  guint row = 0, n_pages = 0, n_marks = 0;

  do
    {
      g_autoptr (DemScene) scene = create_scene (f, 200, row);
      guint n = 0;

      dem_scene_get_marks (scene, &n);
      n_marks += n;
      n_pages++;
      g_assert_true (row == 0 || dem_argument_scene_get_next (DEM_ARGUMENT_SCENE (scene)) == 0
                     || dem_argument_scene_get_next (DEM_ARGUMENT_SCENE (scene)) > row);
      row = dem_argument_scene_get_next (DEM_ARGUMENT_SCENE (scene));
    }
  while (row != 0);
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpuint (n_marks, ==, dem_dossier_count (f->dossier, DEM_KIND_CLAIM));
}

/* A page too low for a single row still shows one, or pages would never end. */
static void
test_low_page (Fixture *f, gconstpointer data)
{
  g_autoptr (DemScene) scene = create_scene (f, 5, 2);

  g_assert_cmpuint (dem_argument_scene_get_next (DEM_ARGUMENT_SCENE (scene)), ==, 3);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD_TEST ("/argument-scene/scene", test_scene);
  ADD_TEST ("/argument-scene/pages", test_pages);
  ADD_TEST ("/argument-scene/low-page", test_low_page);
  return g_test_run ();
}
