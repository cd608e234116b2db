/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/claim_map.h"

struct _DemClaimMap
{
  gatomicrefcount references;
  DemOutline *outline;
  GArray *boxes;       /* DemClaimMapBox */
  GArray *steps;       /* DemClaimMapStep */
  GArray *premises;    /* guint32, boxes */
  guint32 *claims;     /* claim → box */
  guint32 *inferences; /* inference → step */
};

static const DemOutlineNode *
get_node (DemClaimMap *self, guint32 node)
{
  return dem_outline_get_node (self->outline, node);
}

/* The first premise of each step is where it is counted. */
static gboolean
begins_step (const DemOutlineNode *node)
{
  return node->inference != DEM_NO_INDEX && !node->linked_previous;
}

static gboolean
bears_on_claim (const DemOutlineNode *node)
{
  return node->sign == DEM_SIGN_FOR || node->sign == DEM_SIGN_AGAINST;
}

/* The steps that lead to the claim that stands in full at a node. */
static guint32
count_reasons (DemClaimMap *self, guint32 node)
{
  guint32 n = 0;

  for (guint32 i = node + 1; i < get_node (self, node)->end; i = get_node (self, i)->end)
    if (begins_step (get_node (self, i)) && bears_on_claim (get_node (self, i)))
      n++;
  return n;
}

static guint32
add_box (DemClaimMap *self, guint32 claim)
{
  guint32 node = dem_outline_find_claim (self->outline, claim);
  DemClaimMapBox box = { .claim = claim, .node = node, .n_reasons = count_reasons (self, node) };

  if (self->claims[claim] != DEM_NO_NODE)
    return self->claims[claim];
  box.is_thesis = get_node (self, node)->sign == DEM_SIGN_THESIS;
  self->claims[claim] = self->boxes->len;
  g_array_append_val (self->boxes, box);
  return self->boxes->len - 1;
}

/* The step that begins at a node, whose premises are neighbours. Returns the node of its last premise. */
static guint32
add_step (DemClaimMap *self, guint32 node, guint32 to)
{
  const DemOutlineNode *first = get_node (self, node);
  DemClaimMapStep step = { first->inference, first->sign, to, self->premises->len, 0 };
  guint32 last;

  do
    {
      guint32 box = add_box (self, get_node (self, node)->claim);

      g_array_append_val (self->premises, box);
      step.n_from++;
      last = node;
      node = get_node (self, node)->end;
    }
  while (get_node (self, last)->linked_next);
  self->inferences[step.inference] = self->steps->len;
  g_array_append_val (self->steps, step);
  return last;
}

/* What breaks the step that ends at a node, and what breaks that, however deep. */
static void
add_undercuts (DemClaimMap *self, guint32 last, guint32 step)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, 2 * sizeof (guint32));
  guint32 begin[2] = { last, step };

  g_array_append_vals (queue, begin, 1);
  for (guint at = 0; at < queue->len; at++)
    {
      const guint32 *pair = (const guint32 *) (gpointer) queue->data + 2 * at;
      guint32 node = pair[0], to = pair[1];

      for (guint32 i = node + 1; i < get_node (self, node)->end; i = get_node (self, i)->end)
        if (begins_step (get_node (self, i)) && get_node (self, i)->sign == DEM_SIGN_UNDERCUT
            && self->inferences[get_node (self, i)->inference] == DEM_NO_NODE)
          {
            guint32 next[2] = { 0, self->steps->len };

            next[0] = add_step (self, i, to);
            g_array_append_vals (queue, next, 1);
          }
    }
}

static void
add_reasons (DemClaimMap *self, guint32 box)
{
  guint32 node = g_array_index (self->boxes, DemClaimMapBox, box).node;

  for (guint32 i = node + 1; i < get_node (self, node)->end; i = get_node (self, i)->end)
    if (begins_step (get_node (self, i)) && bears_on_claim (get_node (self, i)))
      {
        guint32 last = add_step (self, i, box);
        add_undercuts (self, last, self->steps->len - 1);
      }
}

static void
add_all (DemClaimMap *self, const gboolean *is_open)
{
  guint32 n = dem_outline_get_n_nodes (self->outline);

  for (guint32 i = 0; i < n; i = get_node (self, i)->end)
    add_box (self, get_node (self, i)->claim);
  for (guint32 i = 0; i < self->boxes->len; i++)
    {
      DemClaimMapBox *box = &g_array_index (self->boxes, DemClaimMapBox, i);

      box->is_open = box->n_reasons > 0 && (is_open == NULL || is_open[box->claim]);
      if (box->is_open)
        add_reasons (self, i);
    }
}

static void
mark_alone (DemClaimMap *self)
{
  g_autofree gboolean *joined = g_new0 (gboolean, self->boxes->len + 1);

  for (guint i = 0; i < self->premises->len; i++)
    joined[g_array_index (self->premises, guint32, i)] = TRUE;
  for (guint i = 0; i < self->boxes->len; i++)
    {
      DemClaimMapBox *box = &g_array_index (self->boxes, DemClaimMapBox, i);
      box->stands_alone = !box->is_thesis && box->n_reasons == 0 && !joined[i];
    }
}

DemClaimMap *
dem_claim_map_new_empty (DemOutline *outline)
{
  DemDossier *dossier = dem_outline_get_dossier (outline);
  guint n_claims = dem_dossier_count (dossier, DEM_KIND_CLAIM);
  guint n_inferences = dem_dossier_count (dossier, DEM_KIND_INFERENCE);
  DemClaimMap *self = g_new0 (DemClaimMap, 1);

  g_atomic_ref_count_init (&self->references);
  self->outline = dem_outline_ref (outline);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (DemClaimMapBox));
  self->steps = g_array_new (FALSE, FALSE, sizeof (DemClaimMapStep));
  self->premises = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->claims = g_new (guint32, n_claims + 1);
  self->inferences = g_new (guint32, n_inferences + 1);
  memset (self->claims, 0xff, sizeof (guint32) * (n_claims + 1)); /* DEM_NO_NODE */
  memset (self->inferences, 0xff, sizeof (guint32) * (n_inferences + 1));
  return self;
}

DemClaimMap *
dem_claim_map_new (DemOutline *outline, const gboolean *is_open)
{
  DemClaimMap *self;

  g_return_val_if_fail (outline != NULL, NULL);

  self = dem_claim_map_new_empty (outline);
  add_all (self, is_open);
  mark_alone (self);
  return self;
}

DemClaimMap *
dem_claim_map_ref (DemClaimMap *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dem_claim_map_unref (DemClaimMap *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  dem_outline_unref (self->outline);
  g_array_unref (self->boxes);
  g_array_unref (self->steps);
  g_array_unref (self->premises);
  g_free (self->claims);
  g_free (self->inferences);
  g_free (self);
}

DemOutline *
dem_claim_map_get_outline (DemClaimMap *self)
{
  return self->outline;
}

guint
dem_claim_map_count_boxes (DemClaimMap *self)
{
  return self->boxes->len;
}

const DemClaimMapBox *
dem_claim_map_get_box (DemClaimMap *self, guint box)
{
  return &g_array_index (self->boxes, DemClaimMapBox, box);
}

guint
dem_claim_map_count_steps (DemClaimMap *self)
{
  return self->steps->len;
}

const DemClaimMapStep *
dem_claim_map_get_step (DemClaimMap *self, guint step)
{
  return &g_array_index (self->steps, DemClaimMapStep, step);
}

guint32
dem_claim_map_get_premise (DemClaimMap *self, guint premise)
{
  return g_array_index (self->premises, guint32, premise);
}

guint32
dem_claim_map_find_claim (DemClaimMap *self, guint32 claim)
{
  return self->claims[claim];
}

guint32
dem_claim_map_find_inference (DemClaimMap *self, guint32 inference)
{
  return self->inferences[inference];
}

guint32
dem_claim_map_get_root (DemClaimMap *self, guint step)
{
  const DemClaimMapStep *at = dem_claim_map_get_step (self, step);

  while (at->sign == DEM_SIGN_UNDERCUT)
    at = dem_claim_map_get_step (self, at->to);
  return at->to;
}

/* ---- What is unfolded ---- */

gboolean *
dem_claim_map_get_default_open (DemOutline *outline)
{
  guint n = dem_dossier_count (dem_outline_get_dossier (outline), DEM_KIND_CLAIM);
  gboolean *is_open = g_new0 (gboolean, n + 1);

  for (guint32 i = 0; i < dem_outline_get_n_nodes (outline); i++)
    {
      const DemOutlineNode *node = dem_outline_get_node (outline, i);
      gboolean is_under_thesis
          = node->parent != DEM_NO_NODE
            && dem_outline_get_node (outline, node->parent)->sign == DEM_SIGN_THESIS;

      if (node->sign == DEM_SIGN_THESIS || is_under_thesis)
        is_open[node->claim] = TRUE;
    }
  return is_open;
}

gboolean
dem_claim_map_reveal (DemOutline *outline, gboolean *is_open, DemRef ref)
{
  guint32 node = ref.kind == DEM_KIND_CLAIM       ? dem_outline_find_claim (outline, ref.index)
                 : ref.kind == DEM_KIND_INFERENCE ? dem_outline_find_inference (outline, ref.index)
                                                  : DEM_NO_NODE;
  gboolean changed = FALSE;

  while (node != DEM_NO_NODE && dem_outline_get_node (outline, node)->parent != DEM_NO_NODE)
    {
      const DemOutlineNode *at = dem_outline_get_node (outline, node);
      guint32 parent = dem_outline_get_node (outline, at->parent)->claim;

      /* What breaks a step hangs under one of its premises, and is shown with the step. */
      if (at->sign != DEM_SIGN_UNDERCUT && !is_open[parent])
        changed = is_open[parent] = TRUE;
      /* A claim may be referred to before the place where it stands in full. */
      node = at->sign == DEM_SIGN_UNDERCUT ? at->parent : dem_outline_find_claim (outline, parent);
    }
  return changed;
}
