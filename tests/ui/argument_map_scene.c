/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "tests/support/argument.h"
#include "ui/argument/argument_map_plan.h"
#include "ui/argument/argument_map_print.h"
#include "ui/argument/argument_map_scene.h"

#define WIDTH 1000.0
#define HEIGHT 700.0

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  PangoContext *pango;
  DemSceneInput input;
} Stage;

static void
begin (Stage *self, DemDossier *dossier, double resolution)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 11");

  self->dossier = dossier;
  self->focus = dem_focus_new ();
  dem_focus_open (self->focus, dossier);
  self->pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->pango, resolution);
  pango_context_set_font_description (self->pango, font);
  self->input = (DemSceneInput){ dossier, self->focus, NULL, dem_palette_get (FALSE, FALSE), self->pango, WIDTH, HEIGHT };
}

static void
end (Stage *self)
{
  g_object_unref (self->focus);
  g_object_unref (self->pango);
  g_object_unref (self->dossier);
}

/* At its own size, with the thesis at the left edge; everything unfolded, or what is open. */
static DemArgumentMapScene *
make_scene (Stage *self, const gboolean *is_open)
{
  g_autoptr (DemOutline) outline = dem_outline_new (self->dossier, DEM_NO_INDEX);
  g_autoptr (DemClaimMap) map = dem_claim_map_new (outline, is_open);
  g_autoptr (DemArgumentPlan) plan = dem_argument_map_plan_new (map, self->pango);
  g_autoptr (DemArgumentLayout) layout = dem_argument_layout_new (plan);
  g_autoptr (DemEvaluation) now = dem_evaluation_new (self->dossier, NULL);
  DemArgumentMapState state = { .words = { map, now, NULL },
                                .layout = layout,
                                .camera = { WIDTH / 2, HEIGHT / 2, 1 },
                                .handle = DEM_NO_INDEX,
                                .framed = TRUE };

  self->input.relevance = dem_focus_get_relevance (self->focus);
  return dem_argument_map_scene_new_for_state (&self->input, &state);
}

static void
draw (DemArgumentMapScene *scene)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  dem_scene_draw (DEM_SCENE (scene), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_unref (node);
}

static const graphene_rect_t *
get_box (Stage *self, DemArgumentMapScene *scene, const char *id)
{
  guint32 box
      = dem_claim_map_find_claim (dem_argument_map_scene_get_map (scene), find_index (self->dossier, id));

  g_assert_cmpuint (box, !=, DEM_NO_NODE);
  return &dem_argument_map_scene_get_boxes (scene)[box];
}

/* ---- What holds of every map ---- */

static void
assert_boxes_apart (DemArgumentMapScene *scene)
{
  const graphene_rect_t *boxes = dem_argument_map_scene_get_boxes (scene);

  for (guint i = 0; i < dem_claim_map_count_boxes (dem_argument_map_scene_get_map (scene)); i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (graphene_rect_intersection (&boxes[i], &boxes[j], NULL));
}

static double
get_edge_distance (const graphene_rect_t *box, graphene_point_t at, gboolean at_end)
{
  double y = CLAMP (at.y, box->origin.y, box->origin.y + box->size.height);

  return hypot (at.x - box->origin.x - (at_end ? box->size.width : 0), at.y - y);
}

/* Connectors begin and end at the edges of their boxes, or where what they break is. */
static void
assert_ends (DemArgumentMapScene *scene)
{
  DemClaimMap *map = dem_argument_map_scene_get_map (scene);
  const DemArgumentRoutes *routes = dem_argument_map_scene_get_routes (scene);
  const graphene_rect_t *boxes = dem_argument_map_scene_get_boxes (scene);

  for (guint i = 0; i < dem_claim_map_count_steps (map); i++)
    {
      const DemClaimMapStep *step = dem_claim_map_get_step (map, i);
      const DemArgumentRoute *route = dem_argument_routes_get (routes, i);
      const graphene_point_t *begin = &dem_argument_routes_get_curve (routes, route->first)->points[0];
      const graphene_rect_t *premise = &boxes[dem_claim_map_get_premise (map, step->first)];

      g_assert_cmpfloat (MIN (get_edge_distance (premise, *begin, FALSE), get_edge_distance (premise, *begin, TRUE)), <,
                         0.1);
      if (step->sign != DEM_SIGN_UNDERCUT)
        g_assert_cmpfloat (get_edge_distance (&boxes[step->to], route->port, TRUE), <, 0.1);
      else
        g_assert_cmpfloat (dem_argument_routes_distance (routes, step->to, route->port.x, route->port.y, 3), <, 2);
    }
}

/* A tree can be drawn without crossings: the ports of a claim follow the order of its reasons. */
static void
assert_port_order (DemArgumentMapScene *scene)
{
  DemClaimMap *map = dem_argument_map_scene_get_map (scene);
  const DemArgumentRoutes *routes = dem_argument_map_scene_get_routes (scene);
  const graphene_rect_t *boxes = dem_argument_map_scene_get_boxes (scene);

  for (guint i = 0; i < dem_claim_map_count_steps (map); i++)
    for (guint j = 0; j < dem_claim_map_count_steps (map); j++)
      {
        const DemClaimMapStep *a = dem_claim_map_get_step (map, i), *b = dem_claim_map_get_step (map, j);
        double ya = boxes[dem_claim_map_get_premise (map, a->first)].origin.y;
        double yb = boxes[dem_claim_map_get_premise (map, b->first)].origin.y;

        if (a->sign != DEM_SIGN_UNDERCUT && b->sign != DEM_SIGN_UNDERCUT && a->to == b->to && ya < yb)
          g_assert_cmpfloat (dem_argument_routes_get (routes, i)->port.y, <,
                             dem_argument_routes_get (routes, j)->port.y);
      }
}

/* Whatever is drawn can be hit and is described. */
static void
assert_marks (DemArgumentMapScene *scene)
{
  guint n;
  const DemMark *marks = dem_scene_get_marks (DEM_SCENE (scene), &n);
  DemClaimMap *map = dem_argument_map_scene_get_map (scene);

  g_assert_cmpuint (n, ==, dem_claim_map_count_boxes (map) + dem_claim_map_count_steps (map));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = dem_scene_describe (DEM_SCENE (scene), marks[i].ref);
      graphene_point_t middle;

      graphene_rect_get_center (&marks[i].bounds, &middle);
      g_assert_cmpstr (words, !=, "");
      if (marks[i].ref.kind == DEM_KIND_CLAIM)
        g_assert_true (dem_ref_equal (dem_scene_hit (DEM_SCENE (scene), middle.x, middle.y, 6), marks[i].ref));
    }
}

#define TREE \
  "t | 'kind': 'thesis'\na\nb\nc\nd\ne\nf\ng\n1: a supports t\n2: b attacks t\n3: c supports t\n4: d supports a\n" \
  "5: e attacks a\n6: f supports c\n7: g supports c"

static void
test_tree (void)
{
  Stage self;
  g_autoptr (DemArgumentMapScene) scene = NULL;

  begin (&self, open_argument (TREE, NULL), 96);
  scene = make_scene (&self, NULL);
  assert_boxes_apart (scene);
  assert_ends (scene);
  assert_port_order (scene);
  assert_marks (scene);
  draw (scene);
  g_assert_cmpfloat (get_box (&self, scene, "t")->size.width, ==, 172);
  g_assert_cmpfloat (get_box (&self, scene, "a")->size.width, ==, 206);
  g_assert_cmpfloat (get_box (&self, scene, "d")->size.width, ==, 246);
  g_assert_cmpfloat (get_box (&self, scene, "a")->origin.x - 172, >=, 40);
  g_assert_cmpfloat (get_box (&self, scene, "e")->origin.y - get_box (&self, scene, "d")->origin.y, >=, 70);
  end (&self);
}

/* Everything that can go wrong in an argument, and the bundled dossiers, at usual and double size of text. */
static void
test_any (void)
{
  static const char *const cases[] = {
    "t | 'kind': 'thesis'",
    "a\nb\nc",
    "t | 'kind': 'thesis'\na\n1: a supports a\n2: a supports t",
    "t | 'kind': 'thesis'\na\nb\n1: a supports t\n2: b supports a\n3: t supports b\n4: t attacks a",
    "t | 'kind': 'thesis'\nu | 'kind': 'thesis'\na\n1: a supports t\n2: a attacks u",
    "t | 'kind': 'thesis'\na\nb\n1: a undercuts 2\n2: b undercuts 1",
    "t | 'kind': 'thesis'\na\nb\nc\nd\n1: a & b supports t\n2: c & d undercuts 1\n3: a undercuts 2\n4: t undercuts 3",
    "a\nb\n1: a supports b\n2: b supports a",
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      Stage self;
      g_autoptr (DemArgumentMapScene) scene = NULL;

      g_test_message ("case %u", i / 2);
      begin (&self, open_argument (cases[i / 2], NULL), i % 2 == 0 ? 96 : 192);
      scene = make_scene (&self, NULL);
      assert_boxes_apart (scene);
      assert_ends (scene);
      assert_marks (scene);
      draw (scene);
      g_clear_object (&scene);
      end (&self);
    }
}

static void
test_dossiers (void)
{
  static const char *const names[] = { "north-korea-2020", "panama-canal-1978" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Stage self;
      g_autofree char *path = g_strdup_printf ("../data/dossiers/%s.dossier.json", names[i]);
      g_autoptr (DemArgumentMapScene) scene = NULL;

      begin (&self, open_fixture (path), 96);
      scene = make_scene (&self, NULL);
      assert_boxes_apart (scene);
      assert_ends (scene);
      assert_marks (scene);
      draw (scene);
      g_clear_object (&scene);
      end (&self);
    }
}

/* ---- Right to left ---- */

static void
test_mirrored (void)
{
  Stage self;
  g_autoptr (DemArgumentMapScene) scene = NULL;
  const DemArgumentRoutes *routes;

  begin (&self, open_argument (TREE, NULL), 96);
  pango_context_set_base_dir (self.pango, PANGO_DIRECTION_RTL);
  scene = make_scene (&self, NULL);
  routes = dem_argument_map_scene_get_routes (scene);
  assert_boxes_apart (scene);
  draw (scene);
  g_assert_cmpfloat (get_box (&self, scene, "t")->origin.x, >, get_box (&self, scene, "a")->origin.x);
  g_assert_cmpfloat (fabs (dem_argument_routes_get (routes, 0)->port.x - get_box (&self, scene, "t")->origin.x), <, 0.1);
  g_assert_true (dem_ref_equal (
      dem_argument_map_scene_step (scene, dem_dossier_find (self.dossier, "d"), DEM_CURSOR_RIGHT),
      dem_dossier_find (self.dossier, "a")));
  end (&self);
}

/* ---- From box to box ---- */

static void
assert_step (Stage *self, DemArgumentMapScene *scene, const char *from, DemCursorMove move, const char *to)
{
  DemRef ref = dem_argument_map_scene_step (scene, dem_dossier_find (self->dossier, from), move);

  g_test_message ("from %s by %d", from, move);
  if (to == NULL)
    g_assert_true (dem_ref_is_none (ref));
  else
    g_assert_cmpstr (dem_dossier_get_item (self->dossier, ref)->id, ==, to);
}

static void
test_steps (void)
{
  Stage self;
  g_autoptr (DemArgumentMapScene) scene = NULL;

  begin (&self, open_argument (TREE "\nx\ny", NULL), 96);
  scene = make_scene (&self, NULL);
  assert_step (&self, scene, "t", DEM_CURSOR_RIGHT, "c");
  assert_step (&self, scene, "t", DEM_CURSOR_LEFT, NULL);
  assert_step (&self, scene, "b", DEM_CURSOR_LEFT, "t");
  assert_step (&self, scene, "b", DEM_CURSOR_RIGHT, NULL);
  assert_step (&self, scene, "a", DEM_CURSOR_DOWN, "c");
  assert_step (&self, scene, "b", DEM_CURSOR_UP, "c");
  assert_step (&self, scene, "e", DEM_CURSOR_DOWN, "f");
  assert_step (&self, scene, "1", DEM_CURSOR_LEFT, "t");
  assert_step (&self, scene, "1", DEM_CURSOR_RIGHT, "a");
  assert_step (&self, scene, "x", DEM_CURSOR_RIGHT, "y");
  end (&self);
}

/* ---- Pointing ---- */

static void
test_hit (void)
{
  Stage self;
  g_autoptr (DemArgumentMapScene) scene = NULL;
  const DemArgumentRoutes *routes;
  const DemArgumentRoute *route;
  graphene_point_t at;

  begin (&self, open_argument ("t | 'kind': 'thesis'\na\nb\nc\n1: a & b supports t\n2: c undercuts 1", NULL), 96);
  scene = make_scene (&self, NULL);
  routes = dem_argument_map_scene_get_routes (scene);
  route = dem_argument_routes_get (routes, 0);
  at = dem_argument_curve_at (dem_argument_routes_get_curve (routes, route->first), 0.5);
  g_assert_true (dem_ref_equal (dem_scene_hit (DEM_SCENE (scene), at.x, at.y + 4, 0), DEM_REF (INFERENCE, 0)));
  g_assert_true (dem_ref_equal (dem_scene_hit (DEM_SCENE (scene), route->middle.x, route->middle.y, 0),
                                DEM_REF (INFERENCE, 0)));
  at = dem_argument_routes_get (routes, 1)->port;
  g_assert_true (dem_ref_equal (dem_scene_hit (DEM_SCENE (scene), at.x, at.y, 0), DEM_REF (INFERENCE, 1)));
  g_assert_true (dem_ref_is_none (dem_scene_hit (DEM_SCENE (scene), 900, 650, 6)));
  end (&self);
}

static void
test_fold (void)
{
  Stage self;
  g_autoptr (DemArgumentMapScene) scene = NULL;
  gboolean is_open[8] = { TRUE };
  const graphene_rect_t *box;

  begin (&self, open_argument (TREE, NULL), 96);
  scene = make_scene (&self, is_open);
  box = get_box (&self, scene, "a");
  g_assert_cmpuint (dem_claim_map_count_boxes (dem_argument_map_scene_get_map (scene)), ==, 4);
  g_assert_cmpuint (dem_argument_map_scene_find_fold (scene, box->origin.x + 30, box->origin.y + box->size.height + 14),
                    ==, find_index (self.dossier, "a"));
  g_assert_cmpuint (dem_argument_map_scene_find_fold (scene, box->origin.x + 30, box->origin.y + 20), ==, DEM_NO_INDEX);
  draw (scene);
  end (&self);
}

/* ---- Words ---- */

static void
assert_described (Stage *self, DemArgumentMapScene *scene, const char *id, const char *expected)
{
  g_autofree char *words = dem_scene_describe (DEM_SCENE (scene), dem_dossier_find (self->dossier, id));

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  Stage self;
  g_autoptr (DemArgumentMapScene) scene = NULL;

  begin (&self,
         open_argument ("t 0.5 | 'kind': 'thesis'\na 0.6\nb 0.5\nc 0.25\n1: a & b supports t\n2: c undercuts 1\n3: c attacks t",
                        NULL),
         96);
  scene = make_scene (&self, NULL);
  assert_described (&self, scene, "a",
                    "Claim: a. Supports “t”, only together with 1 other claim. Strength 0.60.");
  assert_described (&self, scene, "c", "Claim: c. Breaks a link to “t”. Attacks “t”. Strength 0.25.");
  assert_described (&self, scene, "t", "Thesis: t. Strength 0.49. 2 reasons, unfolded.");
  assert_described (&self, scene, "3", "Step: Reason against “t”. From: c. Strength 0.25.");
  end (&self);
}

static void
assert_notice (const char *lines, const char *expected)
{
  g_autoptr (DemDossier) dossier = open_argument (lines, NULL);
  g_autoptr (DemOutline) outline = dem_outline_new (dossier, DEM_NO_INDEX);
  g_autoptr (DemClaimMap) map = dem_claim_map_new (outline, NULL);
  g_autoptr (GPtrArray) notices = dem_argument_map_dup_notices (map);

  g_assert_cmpuint (notices->len, ==, expected != NULL ? 1 : 0);
  if (expected != NULL)
    g_assert_cmpstr (g_ptr_array_index (notices, 0), ==, expected);
}

static void
test_notices (void)
{
  assert_notice ("t | 'kind': 'thesis'", NULL);
  assert_notice ("", "This dossier makes no claims.");
  assert_notice ("a\nb\nc\n1: b supports a\n2: c supports a",
                 "No claim is called the thesis; most others bear on “a”.");
  assert_notice ("t | 'kind': 'thesis'\nu | 'kind': 'thesis'", "There are 2 theses; each is shown with its reasons.");
  assert_notice ("t | 'kind': 'thesis'\na\n1: a undercuts 2\n2: a undercuts 1",
                 "2 steps lead to no claim and are not drawn.");
}

/* ---- Paper ---- */

static void
test_pages (void)
{
  static const double sizes[][2] = { { 1000, 600 }, { 500, 500 }, { 300, 200 }, { 100, 60 }, { 4000, 4000 } };
  Stage self;

  begin (&self, open_fixture ("../data/dossiers/north-korea-2020.dossier.json"), 96);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GPtrArray) pages = NULL;
      guint n_claims = dem_dossier_count (self.dossier, DEM_KIND_CLAIM), n_whole = 0;
      g_autofree gboolean *is_whole = g_new0 (gboolean, n_claims);

      self.input.width = sizes[i][0];
      self.input.height = sizes[i][1];
      self.input.relevance = dem_focus_get_relevance (self.focus);
      pages = dem_argument_map_print (&self.input);
      for (guint j = 0; j < pages->len; j++)
        {
          guint n;
          const DemMark *marks = dem_scene_get_marks (g_ptr_array_index (pages, j), &n);

          for (guint k = 0; k < n; k++)
            if (marks[k].ref.kind == DEM_KIND_CLAIM && marks[k].bounds.origin.x >= 0 && marks[k].bounds.origin.y >= 0
                && marks[k].bounds.origin.x + marks[k].bounds.size.width <= sizes[i][0]
                && marks[k].bounds.origin.y + marks[k].bounds.size.height <= sizes[i][1])
              is_whole[marks[k].ref.index] = TRUE;
        }
      for (guint j = 0; j < n_claims; j++)
        n_whole += is_whole[j] || !dem_dossier_exists_in (self.dossier, DEM_REF (CLAIM, j), DEM_NO_INDEX);
      g_test_message ("%g x %g: %u pages, %u of %u claims", sizes[i][0], sizes[i][1], pages->len, n_whole, n_claims);
      g_assert_cmpuint (n_whole, ==, n_claims);
    }
  end (&self);
}

static guint
count_claims (DemScene *scene, double *narrowest)
{
  guint n, n_claims = 0;
  const DemMark *marks = dem_scene_get_marks (scene, &n);

  for (guint i = 0; i < n; i++)
    if (marks[i].ref.kind == DEM_KIND_CLAIM)
      {
        n_claims++;
        *narrowest = MIN (*narrowest, marks[i].bounds.size.width);
      }
  return n_claims;
}

/* One picture of everything where that can be read, else of the levels that can. */
static void
test_picture (void)
{
  Stage self;
  double narrowest = G_MAXDOUBLE;
  guint n_all, n_few;

  begin (&self, open_fixture ("../data/dossiers/north-korea-2020.dossier.json"), 96);
  self.input.relevance = dem_focus_get_relevance (self.focus);
  self.input.width = self.input.height = 6000;
  g_autoptr (DemScene) all = dem_argument_map_print_picture (&self.input);
  n_all = count_claims (all, &narrowest);
  self.input.width = 1150;
  self.input.height = 600;
  narrowest = G_MAXDOUBLE;
  g_autoptr (DemScene) few = dem_argument_map_print_picture (&self.input);
  n_few = count_claims (few, &narrowest);
  g_test_message ("%u of %u claims, %g pixels wide", n_few, n_all, narrowest);
  g_assert_cmpuint (n_few, >, 4);
  g_assert_cmpuint (n_few, <, n_all);
  g_assert_cmpfloat (narrowest, >=, 90);
  self.input.width = self.input.height = 60;
  g_autoptr (DemScene) tiny = dem_argument_map_print_picture (&self.input);
  g_assert_cmpuint (count_claims (tiny, &narrowest), >, 4);
  end (&self);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/argument-map-scene/tree", test_tree);
  g_test_add_func ("/argument-map-scene/any", test_any);
  g_test_add_func ("/argument-map-scene/dossiers", test_dossiers);
  g_test_add_func ("/argument-map-scene/mirrored", test_mirrored);
  g_test_add_func ("/argument-map-scene/steps", test_steps);
  g_test_add_func ("/argument-map-scene/hit", test_hit);
  g_test_add_func ("/argument-map-scene/fold", test_fold);
  g_test_add_func ("/argument-map-scene/words", test_words);
  g_test_add_func ("/argument-map-scene/notices", test_notices);
  g_test_add_func ("/argument-map-scene/pages", test_pages);
  g_test_add_func ("/argument-map-scene/picture", test_picture);
  return g_test_run ();
}
