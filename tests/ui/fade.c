/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One picture giving way to the next: how long, from what, and that what is the same in both never changes. */

#include <adwaita.h>

#include "tests/support/widgets.h"
#include "ui/common/fade.h"

/* ---- A scene of two halves, the left of which is always the same ---- */

#define TEST_TYPE_HALVES (test_halves_get_type ())
G_DECLARE_FINAL_TYPE (TestHalves, test_halves, TEST, HALVES, GObject)

struct _TestHalves
{
  GObject parent_instance;
  GdkRGBA right;
};

static void test_halves_iface_init (DemSceneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestHalves, test_halves, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DEM_TYPE_SCENE, test_halves_iface_init))

static void
test_halves_draw (DemScene *scene, GtkSnapshot *snapshot)
{
  GdkRGBA left = { 0.2f, 0.6f, 0.4f, 1 };
  gtk_snapshot_append_color (snapshot, &left, &GRAPHENE_RECT_INIT (0, 0, 20, 20));
  gtk_snapshot_append_color (snapshot, &TEST_HALVES (scene)->right, &GRAPHENE_RECT_INIT (20, 0, 20, 20));
}

static void
test_halves_iface_init (DemSceneInterface *iface)
{
  iface->draw = test_halves_draw;
}

static void
test_halves_class_init (TestHalvesClass *klass)
{
}

static void
test_halves_init (TestHalves *self)
{
}

static DemScene *
make_scene (float red, float blue)
{
  TestHalves *self = g_object_new (TEST_TYPE_HALVES, NULL);
  self->right = (GdkRGBA){ red, 0, blue, 1 };
  return DEM_SCENE (self);
}

/* ---- Looking at it ---- */

typedef struct
{
  GtkWindow *window;
  GtkWidget *widget;
  DemFade *fade;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->widget = gtk_drawing_area_new ();
  f->window = show_in_window (f->widget);
  f->fade = dem_fade_new (f->widget);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  dem_fade_free (f->fade);
  gtk_window_destroy (f->window);
  settle ();
}

/* The red and the blue of the changing half, 0 to 255; the other half has to stay what it is. */
static void
look (Fixture *f, DemScene *scene, int *red, int *blue)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  dem_fade_draw (f->fade, scene, snapshot);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 20);
  cairo_t *cr = cairo_create (surface);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  const guint8 *row = cairo_image_surface_get_data (surface) + 10 * cairo_image_surface_get_stride (surface);
  g_assert_cmpint (abs (row[10 * 4 + 1] - 153), <=, 2);
  *red = row[30 * 4 + 2];
  *blue = row[30 * 4];
  cairo_surface_destroy (surface);
}

static void
wait (int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;
  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
test_fades (Fixture *f, gconstpointer data)
{
  g_autoptr (DemScene) before = make_scene (1, 0);
  g_autoptr (DemScene) after = make_scene (0, 1);
  int red, blue;

  /* Nothing gives way to the first picture. */
  dem_fade_begin (f->fade);
  g_assert_false (dem_fade_is_running (f->fade));
  look (f, before, &red, &blue);
  g_assert_cmpint (red, ==, 255);

  dem_fade_begin (f->fade);
  look (f, after, &red, &blue);
  g_assert_cmpint (red, >, 150);
  g_assert_true (dem_fade_is_running (f->fade));
  wait (3 * DEM_FADE_TIME);
  g_assert_false (dem_fade_is_running (f->fade));
  look (f, after, &red, &blue);
  g_assert_cmpint (red, ==, 0);
  g_assert_cmpint (blue, ==, 255);
}

/* Whatever comes in the middle begins with what is on screen: the colour never leaps, however often. */
static void
test_midway (Fixture *f, gconstpointer data)
{
  g_autoptr (DemScene) warm = make_scene (1, 0);
  g_autoptr (DemScene) cold = make_scene (0, 1);
  DemScene *scenes[2] = { warm, cold };
  int red, blue, was;

  look (f, scenes[0], &was, &blue);
  for (guint i = 1; i < 3; i++)
    {
      dem_fade_begin (f->fade);
      look (f, scenes[i % 2], &red, &blue);
      g_assert_cmpint (abs (red - was), <=, 40);
      wait (DEM_FADE_TIME / 3);
      look (f, scenes[i % 2], &was, &blue);
    }
  for (guint i = 0; i < 20; i++)
    {
      dem_fade_begin (f->fade);
      look (f, scenes[i % 2], &red, &blue);
    }
  wait (3 * DEM_FADE_TIME);
  g_assert_false (dem_fade_is_running (f->fade));
}

static void
test_stops (Fixture *f, gconstpointer data)
{
  g_autoptr (DemScene) before = make_scene (1, 0);
  g_autoptr (DemScene) after = make_scene (0, 1);
  int red, blue;

  look (f, before, &red, &blue);
  dem_fade_begin (f->fade);
  dem_fade_stop (f->fade);
  look (f, after, &red, &blue);
  g_assert_cmpint (red, ==, 0);
  g_assert_false (dem_fade_is_running (f->fade));
}

/* Where the desktop asks for no motion there is none. */
static void
test_reduced_motion (Fixture *f, gconstpointer data)
{
  g_autoptr (DemScene) before = make_scene (1, 0);
  g_autoptr (DemScene) after = make_scene (0, 1);
  GtkSettings *settings = gtk_widget_get_settings (f->widget);
  int red, blue;

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  look (f, before, &red, &blue);
  dem_fade_begin (f->fade);
  look (f, after, &red, &blue);
  g_assert_cmpint (red, ==, 0);
  g_assert_cmpint (blue, ==, 255);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/fade/fades", Fixture, NULL, set_up, test_fades, tear_down);
  g_test_add ("/fade/midway", Fixture, NULL, set_up, test_midway, tear_down);
  g_test_add ("/fade/stops", Fixture, NULL, set_up, test_stops, tear_down);
  g_test_add ("/fade/reduced-motion", Fixture, NULL, set_up, test_reduced_motion, tear_down);
  return g_test_run ();
}
