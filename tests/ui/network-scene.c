/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <pango/pangocairo.h>

#include "tests/support/gathering.h"
#include "tests/support/fixture.h"
#include "ui/map/network_lines.h"
#include "ui/map/network_scene.h"

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  PangoContext *pango;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dossier = open_fixture ("../data/dossiers/north-korea-2020.dossier.json");
  fixture->focus = dem_focus_new ();
  dem_focus_open (fixture->focus, fixture->dossier);
  fixture->pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (fixture->pango, 96);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->pango);
  g_object_unref (fixture->focus);
  g_object_unref (fixture->dossier);
}

static DemSceneInput
get_input (Fixture *fixture, double width, double height)
{
  return (DemSceneInput){ fixture->dossier,
                          fixture->focus,
                          dem_focus_get_relevance (fixture->focus),
                          dem_palette_get (FALSE, FALSE),
                          fixture->pango,
                          width,
                          height };
}

static DemScene *
create_scene (Fixture *fixture, double width, double height)
{
  DemSceneInput input = get_input (fixture, width, height);
  return dem_network_scene_new (&input);
}

static gboolean
has_mark (DemScene *scene, DemRef ref)
{
  guint n;
  const DemMark *marks = dem_scene_get_marks (scene, &n);

  for (guint i = 0; i < n; i++)
    if (dem_ref_equal (marks[i].ref, ref))
      return TRUE;
  return FALSE;
}

static const DemNetworkTie *
find_tie (DemScene *scene, const char *id, Fixture *fixture)
{
  DemNetworkPicture *picture = dem_network_scene_get_picture (DEM_NETWORK_SCENE (scene));
  GArray *ties = dem_network_content_get_ties (picture->content);
  DemRef ref = dem_dossier_find (fixture->dossier, id);

  for (guint i = 0; i < ties->len; i++)
    if (g_array_index (ties, DemNetworkTie, i).pair == ref.index)
      return &g_array_index (ties, DemNetworkTie, i);
  return NULL;
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemScene) scene = create_scene (fixture, 1400, 900);
  guint n;
  const DemMark *marks = dem_scene_get_marks (scene, &n);

  for (guint32 i = 0; i < dem_dossier_count (fixture->dossier, DEM_KIND_ACTOR); i++)
    g_assert_cmpint (has_mark (scene, DEM_REF (ACTOR, i)), ==,
                     dem_dossier_exists_in (fixture->dossier, DEM_REF (ACTOR, i), DEM_NO_INDEX));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = dem_scene_describe (scene, marks[i].ref);
      g_assert_cmpstr (words, !=, "");
      g_assert_cmpfloat (marks[i].bounds.size.width, >, 0);
    }
}

/* At full size every actor's mark is hit where it is drawn, and every name stands. */
static void
test_hit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemScene) scene = create_scene (fixture, 2600, 1600);
  DemNetworkPicture *picture = dem_network_scene_get_picture (DEM_NETWORK_SCENE (scene));

  for (guint i = 0; i < picture->signs->len; i++)
    {
      const DemNetworkSign *sign = &g_array_index (picture->signs, DemNetworkSign, i);
      DemRef ref = DEM_REF (ACTOR, dem_network_picture_get_actor (picture, i)->head.actor);

      g_assert_true (dem_ref_equal (dem_scene_hit (scene, sign->x, sign->y, 4), ref));
      g_assert_nonnull (sign->name);
    }
  g_assert_true (dem_ref_is_none (dem_scene_hit (scene, 1, 1, 4)));
}

static gboolean
overlap (const graphene_rect_t *a, const graphene_rect_t *b)
{
  return graphene_rect_intersection (a, b, NULL) && a->size.width > 0 && b->size.width > 0;
}

/* No name or label lies on another, or on somebody else's mark, at any size. */
static void
test_labels_never_meet (Fixture *fixture, gconstpointer data)
{
  static const int sizes[][2] = { { 2400, 1500 }, { 1400, 900 }, { 980, 435 }, { 700, 700 }, { 360, 500 } };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (DemScene) scene = create_scene (fixture, sizes[s][0], sizes[s][1]);
      DemNetworkPicture *picture = dem_network_scene_get_picture (DEM_NETWORK_SCENE (scene));
      g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));

      for (guint i = 0; i < picture->signs->len; i++)
        {
          const DemNetworkSign *sign = &g_array_index (picture->signs, DemNetworkSign, i);
          graphene_rect_t head = dem_network_picture_get_head_box (picture, i);
          if (sign->fold == DEM_NETWORK_NO_NODE)
            g_array_append_val (boxes, head);
          if (sign->name != NULL)
            g_array_append_val (boxes, sign->bounds);
        }
      for (guint i = 0; i < picture->labels->len; i++)
        g_array_append_val (boxes, g_array_index (picture->labels, DemNetworkLabel, i).bounds);
      for (guint i = 0; i < boxes->len; i++)
        for (guint j = i + 1; j < boxes->len; j++)
          g_assert_false (overlap (&g_array_index (boxes, graphene_rect_t, i),
                                   &g_array_index (boxes, graphene_rect_t, j)));
    }
}

static void
test_small_picture_folds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemScene) scene = create_scene (fixture, 260, 220);
  DemNetworkPicture *picture = dem_network_scene_get_picture (DEM_NETWORK_SCENE (scene));
  guint n_folded = 0, n_counted = 0;

  for (guint i = 0; i < picture->signs->len; i++)
    n_folded += g_array_index (picture->signs, DemNetworkSign, i).fold != DEM_NETWORK_NO_NODE;
  for (guint i = 0; i < picture->folds->len; i++)
    {
      const DemNetworkFold *fold = &g_array_index (picture->folds, DemNetworkFold, i);
      DemRef ref = dem_scene_hit (scene, fold->box.origin.x + 2, fold->box.origin.y + 2, 0);
      n_counted += fold->n;
      g_assert_cmpuint (ref.kind, ==, DEM_KIND_ACTOR);
    }
  g_assert_cmpuint (n_folded, >, 0);
  g_assert_cmpuint (n_counted, ==, n_folded);
}

static void
test_stances (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemScene) scene = create_scene (fixture, 1400, 900);
  const DemNetworkTie *tie = find_tie (scene, "china+north-korea", fixture);

  g_assert_cmpint (tie->stance, ==, DEM_STANCE_FRIENDLY);
  g_assert_cmpint (find_tie (scene, "china+usa", fixture)->stance, ==, DEM_STANCE_HOSTILE);
  g_assert_cmpint (find_tie (scene, "kim-il-sung+mao-zedong", fixture)->stance, ==, DEM_STANCE_STRAINED);
  g_assert_true (find_tie (scene, "kim-il-sung+mao-zedong", fixture)->past);
  g_assert_cmpint (find_tie (scene, "kim-il-sung+kim-jong-il", fixture)->stance, ==, DEM_STANCE_NONE);
  /* The hull says that he belongs there. */
  g_assert_null (find_tie (scene, "china+xi-jinping", fixture));
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemScene) scene = create_scene (fixture, 1400, 900);
  g_autofree char *past
      = dem_scene_describe (scene, dem_dossier_find (fixture->dossier, "north-korea+soviet-union"));
  g_autofree char *family
      = dem_scene_describe (scene, dem_dossier_find (fixture->dossier, "kim-il-sung+kim-jong-il"));

  g_assert_nonnull (strstr (past, "transactional until 26 Dec 1991"));
  g_assert_nonnull (strstr (family, "Planned succession"));
}

static void
test_scenario (Fixture *fixture, gconstpointer data)
{
  DemRef united = dem_dossier_find (fixture->dossier, "unified-korea");
  DemRef scenario = dem_dossier_find (fixture->dossier, "pressure-brings-collapse");
  g_autoptr (DemScene) without = create_scene (fixture, 1400, 900);
  g_autoptr (DemScene) within = NULL;

  g_assert_false (has_mark (without, united));
  dem_focus_set_scenario (fixture->focus, scenario.index);
  within = create_scene (fixture, 1400, 900);
  g_assert_true (has_mark (within, united));
}

static void
test_period (Fixture *fixture, gconstpointer data)
{
  DemRef soviet = dem_dossier_find (fixture->dossier, "soviet-union");
  DemPeriod late = { dem_day_from_date (2012, 1, 1), dem_day_from_date (2020, 11, 19) };
  g_autoptr (DemScene) whole = create_scene (fixture, 1400, 900);
  DemNetworkPicture *picture = dem_network_scene_get_picture (DEM_NETWORK_SCENE (whole));
  guint index = dem_network_content_find (picture->content, soviet.index);
  g_autoptr (DemScene) recent = NULL;

  g_assert_true (dem_network_picture_get_actor (picture, index)->past);
  g_assert_cmpstr (pango_layout_get_text (dem_network_content_get_years (picture->content, index)), ==,
                   "1922 – 1991");
  dem_focus_set_period (fixture->focus, late);
  recent = create_scene (fixture, 1400, 900);
  g_assert_false (has_mark (recent, soviet));
}

static void
test_selection_dims (Fixture *fixture, gconstpointer data)
{
  DemRef nepal = dem_dossier_find (fixture->dossier, "nepal"),
         china = dem_dossier_find (fixture->dossier, "china");
  DemRef japan = dem_dossier_find (fixture->dossier, "japan");
  g_autoptr (DemScene) scene = NULL;
  DemNetworkPicture *picture;

  dem_focus_select (fixture->focus, nepal);
  scene = create_scene (fixture, 1400, 900);
  picture = dem_network_scene_get_picture (DEM_NETWORK_SCENE (scene));
  g_assert_true (
      dem_network_picture_get_actor (picture, dem_network_content_find (picture->content, nepal.index))
          ->head.selected);
  g_assert_false (
      dem_network_picture_get_actor (picture, dem_network_content_find (picture->content, china.index))
          ->head.dimmed);
  g_assert_true (
      dem_network_picture_get_actor (picture, dem_network_content_find (picture->content, japan.index))
          ->head.dimmed);
  g_assert_true (find_tie (scene, "japan+usa", fixture)->dimmed);
}

static void
test_draw (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemScene) scene = create_scene (fixture, 1400, 900);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  guint n;
  const DemMark *marks = dem_scene_get_marks (scene, &n);
  GskRenderNode *node;

  dem_scene_draw (scene, snapshot);
  for (guint i = 0; i < n; i++)
    dem_scene_draw_ring (scene, snapshot, marks[i].ref);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_unref (node);
}

/* Nobody has a place on earth; nobody stands in any way; there is nobody at all. */
static void
test_bare_dossiers (void)
{
  static const char *const texts[] = {
    "{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:a\",\"title\":\"a\",\"today\":\"2020-01-"
    "01\"}",
    "{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:a\",\"title\":\"a\",\"today\":\"2020-01-"
    "01\",\"actors\":["
    "{\"id\":\"firm\",\"name\":\"Firm\",\"kind\":\"organisation\"},"
    "{\"id\":\"clerk\",\"name\":\"Clerk\",\"kind\":\"person\",\"part_of\":\"office\"},"
    "{\"id\":\"office\",\"name\":\"Office\",\"kind\":\"group\",\"part_of\":\"firm\"}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      Fixture fixture = { open_text (texts[i]), dem_focus_new () };
      g_autoptr (DemScene) scene = NULL;
      guint n;

      dem_focus_open (fixture.focus, fixture.dossier);
      fixture.pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
      scene = create_scene (&fixture, 800, 600);
      dem_scene_get_marks (scene, &n);
      g_assert_cmpuint (n, ==, 3 * i);
      g_assert_false (dem_network_content_has_places (
          dem_network_scene_get_picture (DEM_NETWORK_SCENE (scene))->content));
      if (i == 1)
        {
          DemNetworkPicture *picture = dem_network_scene_get_picture (DEM_NETWORK_SCENE (scene));
          g_assert_cmpuint (dem_network_picture_get_actor (picture, 1)->within, ==, 0);
          g_assert_cmpuint (dem_network_picture_get_actor (picture, 2)->within, ==, 0);
        }
      g_clear_object (&scene);
      tear_down (&fixture, NULL);
    }
}

/* ---- Many, and odd ones ---- */

static void
open_gathering (Fixture *fixture, const Gathering *gathering)
{
  g_autofree char *text = gathering_write (gathering);

  fixture->dossier = open_text (text);
  fixture->focus = dem_focus_new ();
  dem_focus_open (fixture->focus, fixture->dossier);
  fixture->pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (fixture->pango, 96);
}

static guint
count_marks (DemScene *scene, DemKind kind)
{
  guint n, found = 0;
  const DemMark *marks = dem_scene_get_marks (scene, &n);

  for (guint i = 0; i < n; i++)
    found += marks[i].ref.kind == kind;
  return found;
}

/* Of many lines the weightiest are drawn, all of whoever is selected; every pair can be reached all the same.
 */
static void
test_thins_out (void)
{
  const Gathering gathering = { 30, 300, 1200, FALSE };
  Fixture fixture;
  g_autoptr (DemScene) scene = NULL, selected = NULL;
  DemNetworkPicture *picture;

  open_gathering (&fixture, &gathering);
  scene = create_scene (&fixture, 2400, 1800);
  picture = dem_network_scene_get_picture (DEM_NETWORK_SCENE (scene));
  g_assert_cmpuint (picture->arcs->len, <=, DEM_NETWORK_MOST_LINES);
  g_assert_cmpuint (picture->arcs->len, >, 30);
  g_assert_cmpuint (count_marks (scene, DEM_KIND_PAIR), ==,
                    dem_network_content_get_ties (picture->content)->len);
  g_assert_cmpuint (count_marks (scene, DEM_KIND_ACTOR), ==, 300);

  dem_focus_select (fixture.focus, DEM_REF (ACTOR, 7));
  selected = create_scene (&fixture, 2400, 1800);
  picture = dem_network_scene_get_picture (DEM_NETWORK_SCENE (selected));
  for (guint i = 0; i < picture->signs->len; i++)
    g_assert_true (i != 7 || dem_network_picture_get_actor (picture, i)->head.selected);
  for (guint i = 0; i < picture->arcs->len; i++)
    {
      const DemNetworkTie *tie
          = dem_network_picture_get_tie (picture, &g_array_index (picture->arcs, DemMapArc, i));
      /* What is dimmed comes after what is not. */
      g_assert_true (
          i == 0
          || !dem_network_picture_get_tie (picture, &g_array_index (picture->arcs, DemMapArc, i - 1))->dimmed
          || tie->dimmed);
    }
  g_clear_object (&scene);
  g_clear_object (&selected);
  tear_down (&fixture, NULL);
}

/* Ten thousand in one hull, and nobody in any: readable, and soon. */
static void
test_gatherings (gconstpointer data)
{
  const Gathering *gathering = data;
  Fixture fixture;
  g_autoptr (DemScene) scene = NULL;
  DemNetworkPicture *picture;
  gint64 start = g_get_monotonic_time ();
  guint n_heads = 0;

  open_gathering (&fixture, gathering);
  scene = create_scene (&fixture, 1200, 750);
  picture = dem_network_scene_get_picture (DEM_NETWORK_SCENE (scene));
  g_test_message ("%.1f s", (double) (g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
  g_assert_cmpuint (count_marks (scene, DEM_KIND_ACTOR), ==, gathering->n_actors);
  for (guint i = 0; i < picture->signs->len; i++)
    n_heads += g_array_index (picture->signs, DemNetworkSign, i).fold == DEM_NETWORK_NO_NODE;
  g_assert_cmpuint (n_heads, <, 900);
  g_clear_object (&scene);
  tear_down (&fixture, NULL);
}

/* Who belongs to himself by way of another stands in nobody's hull twice. */
static void
test_cycle (void)
{
  Fixture fixture = {
    .dossier = open_text (
        "{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:a\",\"title\":\"a\",\"today\":\"2020-01-"
        "01\",\"actors\":["
        "{\"id\":\"a\",\"name\":\"A\",\"kind\":\"group\",\"part_of\":\"b\"},"
        "{\"id\":\"b\",\"name\":\"B\",\"kind\":\"group\",\"part_of\":\"c\"},"
        "{\"id\":\"c\",\"name\":\"C\",\"kind\":\"group\",\"part_of\":\"a\"},"
        "{\"id\":\"d\",\"name\":\"D\",\"kind\":\"person\",\"part_of\":\"a\"}]}"),
    .focus = dem_focus_new ()
  };
  g_autoptr (DemScene) scene = NULL;
  DemNetworkPicture *picture;

  dem_focus_open (fixture.focus, fixture.dossier);
  fixture.pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  scene = create_scene (&fixture, 800, 600);
  picture = dem_network_scene_get_picture (DEM_NETWORK_SCENE (scene));
  g_assert_cmpuint (count_marks (scene, DEM_KIND_ACTOR), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      guint within = dem_network_picture_get_actor (picture, i)->within;
      g_assert_true (
          within == DEM_NETWORK_NO_NODE
          || (within != i && dem_network_picture_get_actor (picture, within)->within == DEM_NETWORK_NO_NODE));
    }
  g_clear_object (&scene);
  tear_down (&fixture, NULL);
}

#define ADD(path, function) g_test_add ("/network-scene/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("marks", test_marks);
  ADD ("hit", test_hit);
  ADD ("labels", test_labels_never_meet);
  ADD ("folds", test_small_picture_folds);
  ADD ("stances", test_stances);
  ADD ("words", test_words);
  ADD ("scenario", test_scenario);
  ADD ("period", test_period);
  ADD ("selection", test_selection_dims);
  ADD ("draw", test_draw);
  g_test_add_func ("/network-scene/bare", test_bare_dossiers);
  g_test_add_func ("/network-scene/thins-out", test_thins_out);
  g_test_add_func ("/network-scene/cycle", test_cycle);
  g_test_add_data_func ("/network-scene/gathering/one-hull", &(Gathering){ 1, 10000, 2000, FALSE },
                        test_gatherings);
  g_test_add_data_func ("/network-scene/gathering/no-hull", &(Gathering){ 0, 1500, 3000, TRUE },
                        test_gatherings);

  return g_test_run ();
}
