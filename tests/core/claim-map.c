/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/argument/claim_map.h"

#include "tests/support/argument.h"

#define THESIS " | 'kind': 'thesis'"

typedef struct
{
  DemDossier *dossier;
  DemOutline *outline;
  gboolean *is_open;
  DemClaimMap *map;
} Case;

static void
make_map (Case *self)
{
  g_clear_pointer (&self->map, dem_claim_map_unref);
  self->map = dem_claim_map_new (self->outline, self->is_open);
}

static void
begin (Case *self, const char *lines)
{
  *self = (Case){ .dossier = open_argument (lines, NULL) };
  self->outline = dem_outline_new (self->dossier, DEM_NO_INDEX);
  self->is_open = dem_claim_map_get_default_open (self->outline);
  make_map (self);
}

static void
end (Case *self)
{
  dem_claim_map_unref (self->map);
  dem_outline_unref (self->outline);
  g_free (self->is_open);
  g_object_unref (self->dossier);
}

static const char *
get_id (Case *self, DemRef ref)
{
  return dem_dossier_get_item (self->dossier, ref)->id;
}

/* "t a b" are the boxes; "s a>t" the steps, "u c>s" an undercut. */
static void
assert_map (Case *self, const char *boxes, const char *steps)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < dem_claim_map_count_boxes (self->map); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            get_id (self, DEM_REF (CLAIM, dem_claim_map_get_box (self->map, i)->claim)));
  g_assert_cmpstr (text->str, ==, boxes);
  g_string_truncate (text, 0);
  for (guint i = 0; i < dem_claim_map_count_steps (self->map); i++)
    {
      const DemClaimMapStep *step = dem_claim_map_get_step (self->map, i);
      guint32 to = step->sign == DEM_SIGN_UNDERCUT ? dem_claim_map_get_step (self->map, step->to)->inference
                                                   : dem_claim_map_get_box (self->map, step->to)->claim;

      g_string_append_printf (text, "%s%s ", i > 0 ? ", " : "",
                              get_id (self, DEM_REF (INFERENCE, step->inference)));
      for (guint j = 0; j < step->n_from; j++)
        {
          guint32 box = dem_claim_map_get_premise (self->map, step->first + j);
          g_string_append_printf (text, "%s%s", j > 0 ? "&" : "",
                                  get_id (self, DEM_REF (CLAIM, dem_claim_map_get_box (self->map, box)->claim)));
        }
      g_string_append_printf (text, ">%s",
                              get_id (self, step->sign == DEM_SIGN_UNDERCUT ? DEM_REF (INFERENCE, to)
                                                                           : DEM_REF (CLAIM, to)));
      g_assert_cmpuint (dem_claim_map_find_inference (self->map, step->inference), ==, i);
    }
  g_assert_cmpstr (text->str, ==, steps);
}

static const DemClaimMapBox *
get_box (Case *self, const char *id)
{
  guint32 box = dem_claim_map_find_claim (self->map, find_index (self->dossier, id));

  g_assert_cmpuint (box, !=, DEM_NO_NODE);
  return dem_claim_map_get_box (self->map, box);
}

static void
open_claim (Case *self, const char *id, gboolean is_open)
{
  self->is_open[find_index (self->dossier, id)] = is_open;
  make_map (self);
}

static void
test_two_levels (void)
{
  Case self;

  begin (&self, "t" THESIS "\na\nb\nc\nd\n1: a supports t\n2: b attacks t\n3: c supports a\n4: d supports c");
  assert_map (&self, "t a b c", "1 a>t, 2 b>t, 3 c>a");
  g_assert_true (get_box (&self, "t")->is_thesis && get_box (&self, "t")->is_open);
  g_assert_false (get_box (&self, "c")->is_open);
  g_assert_cmpuint (get_box (&self, "c")->n_reasons, ==, 1);
  g_assert_cmpuint (get_box (&self, "t")->n_reasons, ==, 2);
  g_assert_cmpuint (get_box (&self, "b")->n_reasons, ==, 0);
  open_claim (&self, "c", TRUE);
  assert_map (&self, "t a b c d", "1 a>t, 2 b>t, 3 c>a, 4 d>c");
  open_claim (&self, "t", FALSE);
  assert_map (&self, "t", "");
  end (&self);
}

static void
test_linked_and_broken (void)
{
  Case self;

  begin (&self, "t" THESIS "\na\nb\nc\nd\n1: a & b supports t\n2: c undercuts 1\n3: d undercuts 2");
  assert_map (&self, "t a b c d", "1 a&b>t, 2 c>1, 3 d>2");
  g_assert_cmpuint (dem_claim_map_get_root (self.map, 2), ==, 0);
  g_assert_cmpuint (get_box (&self, "t")->n_reasons, ==, 1);
  end (&self);
}

/* A claim is there once, and folding one way to it leaves the other. */
static void
test_shared (void)
{
  Case self;

  begin (&self, "t" THESIS "\na\nb\nc\n1: a supports t\n2: b supports t\n3: c supports a\n4: c attacks b");
  assert_map (&self, "t a b c", "1 a>t, 2 b>t, 3 c>a, 4 c>b");
  open_claim (&self, "a", FALSE);
  assert_map (&self, "t a b c", "1 a>t, 2 b>t, 4 c>b");
  end (&self);
}

static void
test_circles (void)
{
  Case self;

  begin (&self, "t" THESIS "\na\nb\nx\ny\n1: a supports t\n2: b supports a\n3: t supports b\n4: a supports a\n"
                "5: x supports y\n6: y supports x");
  for (guint i = 0; i < 5; i++)
    self.is_open[i] = TRUE;
  make_map (&self);
  assert_map (&self, "t x a y b", "1 a>t, 6 y>x, 2 b>a, 4 a>a, 5 x>y, 3 t>b");
  end (&self);
}

/* Steps that only break each other lead to no claim: their premises are there all the same. */
static void
test_undercuts_in_a_circle (void)
{
  Case self;

  begin (&self, "t" THESIS "\na\nb\n1: a undercuts 2\n2: b undercuts 1");
  assert_map (&self, "t a b", "");
  g_assert_true (get_box (&self, "a")->stands_alone);
  g_assert_false (get_box (&self, "t")->stands_alone);
  end (&self);
}

static void
test_orphans (void)
{
  Case self;

  begin (&self, "a\nb\nc\nd\n1: b supports a");
  assert_map (&self, "a c d", "");
  g_assert_false (get_box (&self, "a")->stands_alone);
  g_assert_true (get_box (&self, "c")->stands_alone);
  open_claim (&self, "a", TRUE);
  assert_map (&self, "a c d b", "1 b>a");
  end (&self);
}

static void
test_reveal (void)
{
  Case self;

  begin (&self, "t" THESIS "\na\nb\nc\nd\ne\n1: a supports t\n2: b supports a\n3: c supports b\n4: d supports c\n"
                "5: e undercuts 4");
  assert_map (&self, "t a b", "1 a>t, 2 b>a");
  g_assert_false (dem_claim_map_reveal (self.outline, self.is_open, dem_dossier_find (self.dossier, "b")));
  g_assert_true (dem_claim_map_reveal (self.outline, self.is_open, dem_dossier_find (self.dossier, "5")));
  make_map (&self);
  assert_map (&self, "t a b c d e", "1 a>t, 2 b>a, 3 c>b, 4 d>c, 5 e>4");
  g_assert_false (dem_claim_map_reveal (self.outline, self.is_open, DEM_REF_NONE));
  end (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claim-map/two-levels", test_two_levels);
  g_test_add_func ("/claim-map/linked-and-broken", test_linked_and_broken);
  g_test_add_func ("/claim-map/shared", test_shared);
  g_test_add_func ("/claim-map/circles", test_circles);
  g_test_add_func ("/claim-map/undercuts-in-a-circle", test_undercuts_in_a_circle);
  g_test_add_func ("/claim-map/orphans", test_orphans);
  g_test_add_func ("/claim-map/reveal", test_reveal);
  return g_test_run ();
}
