/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A talk on screens: how a slide is laid out, what of it is legible, and what keys do to the windows. */
#include <adwaita.h>

#include "tests/support/fixture.h"
#include "ui/briefing/presentation.h"
#include "ui/briefing/slide_frame.h"
#include "ui/briefing/slide_layout.h"
#include "ui/briefing/slide_text.h"
#include "ui/briefing/stops_window.h"

#define ID "urn:briefing-ui"

static const char *const DOSSIER
    = "{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"" ID "\", \"title\": \"B\", \"today\": \"2020-11-19\","
      "\"places\": [{\"id\": \"pa\", \"name\": \"PA\", \"lat\": 39, \"lon\": 116},"
      " {\"id\": \"pb\", \"name\": \"PB\", \"lat\": 39, \"lon\": 125}],"
      "\"actors\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"state\", \"place\": \"pa\"},"
      " {\"id\": \"b\", \"name\": \"B\", \"kind\": \"state\", \"place\": \"pb\"}],"
      "\"relations\": [{\"id\": \"r\", \"from\": \"a\", \"to\": \"b\", \"kind\": \"alliance\", \"stance\": 0.5, \"when\": \"2000/2010\"}],"
      "\"events\": [{\"id\": \"e\", \"title\": \"E\", \"when\": \"2005-05-05\", \"actors\": [\"a\"]}],"
      "\"briefing\": {\"title\": \"T\", \"minutes\": 10, \"stops\": ["
      "{\"id\": \"s1\", \"kicker\": \"K\", \"headline\": \"One\", \"stage\": \"map\", \"select\": [\"a+b\"], \"minutes\": 2,"
      " \"camera\": {\"fit\": [\"a\", \"b\"]}},"
      "{\"id\": \"s2\", \"headline\": \"Two\", \"stage\": \"network\", \"window\": \"2000/2010\", \"minutes\": 3},"
      "{\"id\": \"s3\", \"headline\": \"Three\", \"stage\": \"map\"}]}}";

static GtkApplication *application;

typedef struct
{
  DemDossier *dossier;
  DemNotebook *notebook;
  GtkWidget *parent;
  DemPresentation *presentation;
  guint n_ended;
} Fixture;

static void
settle (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

static void
on_ended (Fixture *f)
{
  f->n_ended++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->dossier = open_text (DOSSIER);
  f->notebook = dem_notebook_open (ID);
  f->parent = gtk_application_window_new (application);
  gtk_window_present (GTK_WINDOW (f->parent));
  settle (50);
  f->presentation = dem_presentation_new (GTK_WINDOW (f->parent), f->dossier, f->notebook, 0);
  g_signal_connect_swapped (f->presentation, "ended", G_CALLBACK (on_ended), f);
  settle (300);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->presentation);
  gtk_window_destroy (GTK_WINDOW (f->parent));
  g_clear_object (&f->notebook);
  g_clear_object (&f->dossier);
  settle (50);
}

static void
press (Fixture *f, DemTalkKey key)
{
  DemTalk *talk = dem_presentation_get_talk (f->presentation);

  dem_talk_press (talk, key, g_get_monotonic_time ());
  dem_talk_release (talk, key);
  settle (30);
}

static DemTalk *
get_talk (Fixture *f)
{
  return dem_presentation_get_talk (f->presentation);
}

/* With one screen the audience has the slide, and nobody is shown the console. */
static void
test_one_screen (Fixture *f, gconstpointer data)
{
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dem_presentation_get_audience (f->presentation))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dem_presentation_get_console (f->presentation))));
  press (f, DEM_TALK_KEY_WHAT_IF);
  g_assert_false (dem_talk_is_trying (get_talk (f)));
}

static void
test_stops (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (dem_talk_get_position (get_talk (f)), ==, 0);
  press (f, DEM_TALK_KEY_NEXT);
  g_assert_cmpuint (dem_talk_get_audience_position (get_talk (f)), ==, 1);
  press (f, DEM_TALK_KEY_LAST);
  g_assert_cmpuint (dem_talk_get_audience_position (get_talk (f)), ==, 2);
  settle (1200);
}

/* One Escape leaves the tool, one asks, one ends: and with the talk its windows go. */
static void
test_end (Fixture *f, gconstpointer data)
{
  press (f, DEM_TALK_KEY_LASER);
  press (f, DEM_TALK_KEY_ESCAPE);
  g_assert_cmpuint (dem_talk_get_tool (get_talk (f)), ==, DEM_TOOL_NONE);
  press (f, DEM_TALK_KEY_ESCAPE);
  g_assert_cmpuint (f->n_ended, ==, 0);
  press (f, DEM_TALK_KEY_ESCAPE);
  g_assert_cmpuint (f->n_ended, ==, 1);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);
}

/* A window manager that closes the slide has ended the talk; one that closes the console has not. */
static void
test_close (Fixture *f, gconstpointer data)
{
  gtk_window_close (dem_presentation_get_console (f->presentation));
  settle (30);
  g_assert_cmpuint (f->n_ended, ==, 0);
  gtk_window_close (dem_presentation_get_audience (f->presentation));
  settle (30);
  g_assert_cmpuint (f->n_ended, ==, 1);
}

/* Nothing is left of a question that was open. */
static void
test_close_asking (Fixture *f, gconstpointer data)
{
  press (f, DEM_TALK_KEY_QUESTION);
  gtk_window_close (dem_presentation_get_audience (f->presentation));
  settle (100);
  g_assert_cmpuint (f->n_ended, ==, 1);
}

static void
test_question (Fixture *f, gconstpointer data)
{
  press (f, DEM_TALK_KEY_QUESTION);
  g_assert_cmpuint (dem_talk_get_panel (get_talk (f)), ==, DEM_PANEL_QUESTION);
  press (f, DEM_TALK_KEY_ESCAPE);
  g_assert_cmpuint (dem_talk_get_panel (get_talk (f)), ==, DEM_PANEL_NONE);
  press (f, DEM_TALK_KEY_OVERVIEW);
  g_assert_cmpuint (dem_talk_get_panel (get_talk (f)), ==, DEM_PANEL_OVERVIEW);
  press (f, DEM_TALK_KEY_OVERVIEW);
  dem_talk_look_at (get_talk (f), DEM_REF (ACTOR, 1));
  g_assert_true (dem_talk_is_audience_exploring (get_talk (f)));
  press (f, DEM_TALK_KEY_BACK);
  g_assert_false (dem_talk_is_exploring (get_talk (f)));
  settle (50);
}

/* ---- A slide ---- */

/* Nothing lies on anything else, whatever the screen. */
static void
test_layout (void)
{
  static const int sizes[][2] = { { 1024, 768 }, { 1280, 720 }, { 1280, 1024 }, { 1920, 1080 }, { 3840, 2160 }, { 320, 180 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int mirrored = 0; mirrored < 2; mirrored++)
      {
        DemSlideLayout layout;

        dem_slide_layout_init (&layout, sizes[i][0], sizes[i][1], DEM_STAGE_MAP, mirrored);
        g_assert_false (graphene_rect_intersection (&layout.text, &layout.stage, NULL));
        g_assert_false (graphene_rect_intersection (&layout.stage, &layout.strip, NULL));
        g_assert_false (graphene_rect_intersection (&layout.strip, &layout.footer, NULL));
        g_assert_cmpfloat (layout.stage.size.height, >, sizes[i][1] * 0.35);
        g_assert_cmpint (layout.stacked, ==, sizes[i][0] < 1.5 * sizes[i][1]);
        g_assert_cmpfloat (layout.unit * DEM_SLIDE_FOOTER / sizes[i][1], >, 0.016);
      }
}

/* Long text is made to fit, and says so where it cannot be. */
static void
test_text (void)
{
  g_autofree char *long_text = g_strnfill (2000, 'x');
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (DemDossier) dossier = open_text (DOSSIER);
  g_autoptr (DemOwnStop) own = dem_own_stop_new ("mine");
  g_autoptr (DemTalkStop) brief = NULL, wordy = NULL;
  g_autoptr (DemSlideText) fits = NULL, cut = NULL;

  dem_own_stop_set_text (own, DEM_STOP_HEADLINE, "A short headline");
  brief = dem_talk_stop_new (dossier, DEM_NO_INDEX, own);
  fits = dem_slide_text_new (pango, brief, 520, 600, 1);
  g_assert_false (dem_slide_text_is_cut (fits));
  dem_own_stop_set_text (own, DEM_STOP_TEXT, long_text);
  wordy = dem_talk_stop_new (dossier, DEM_NO_INDEX, own);
  cut = dem_slide_text_new (pango, wordy, 520, 600, 1);
  g_assert_true (dem_slide_text_is_cut (cut));
  g_assert_cmpfloat (dem_slide_text_get_height (cut), <=, 610);
  g_object_unref (pango);
}

/* ---- Making stops ---- */

static void
test_making (void)
{
  g_autoptr (DemDossier) dossier = open_text (DOSSIER);
  g_autoptr (DemNotebook) notebook = dem_notebook_open (ID);
  g_autoptr (DemBriefing) briefing = dem_briefing_new (dossier, notebook, TRUE);
  GtkWidget *window = dem_stops_window_new (dossier, notebook, "s2");

  gtk_window_present (GTK_WINDOW (window));
  settle (100);
  g_assert_true (gtk_widget_activate_action (window, "stops.up", NULL));
  g_assert_cmpuint (dem_briefing_find (briefing, "s2"), ==, 0);
  g_assert_true (gtk_widget_activate_action (window, "stops.hide", NULL));
  g_assert_true (dem_talk_stop_is_hidden (dem_briefing_get (briefing, 0)));
  g_assert_true (gtk_widget_activate_action (window, "stops.duplicate", NULL));
  g_assert_cmpuint (dem_briefing_count (briefing), ==, 4);
  gtk_widget_activate_action (window, "stops.undo", NULL);
  g_assert_cmpuint (dem_briefing_count (briefing), ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
  settle (50);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  application = GTK_APPLICATION (adw_application_new ("org.demarche.Test", G_APPLICATION_NON_UNIQUE));
  g_object_set (application, "resource-base-path", "/org/demarche/Demarche", NULL);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_test_add_func ("/briefing/layout", test_layout);
  g_test_add_func ("/briefing/text", test_text);
  g_test_add_func ("/briefing/making", test_making);
  g_test_add ("/briefing/one-screen", Fixture, NULL, set_up, test_one_screen, tear_down);
  g_test_add ("/briefing/stops", Fixture, NULL, set_up, test_stops, tear_down);
  g_test_add ("/briefing/end", Fixture, NULL, set_up, test_end, tear_down);
  g_test_add ("/briefing/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/briefing/close-asking", Fixture, NULL, set_up, test_close_asking, tear_down);
  g_test_add ("/briefing/question", Fixture, NULL, set_up, test_question, tear_down);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
