/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/outline.h"

struct _DemOutline
{
  gatomicrefcount references;
  DemDossier *dossier;
  guint32 scenario;
  GArray *nodes;       /* DemOutlineNode, in reading order */
  guint32 *claims;     /* claim → node */
  guint32 *inferences; /* inference → node of its first premise */
};

/* While it is built the nodes stand in breadth-first order, in which a node's children are neighbours: a
 * claim's first place is then its shallowest, and no recursion is needed however deep the argument goes. */
typedef struct
{
  DemOutlineNode node;
  guint32 first_child;
} Draft;

typedef struct
{
  DemDossier *dossier;
  guint32 scenario;
  GArray *drafts;  /* Draft, breadth first; parents are indices into it */
  guint32 *claims; /* claim → draft in which it stands in full */
  guint expanded;
} Builder;

static gboolean
step_exists (Builder *builder, guint32 index)
{
  const DemInference *inference = dem_dossier_inference (builder->dossier, index);

  if (inference->n_from == 0
      || !dem_dossier_exists_in (builder->dossier, DEM_REF (INFERENCE, index), builder->scenario))
    return FALSE;
  for (guint i = 0; i < inference->n_from; i++)
    if (!dem_dossier_exists_in (builder->dossier, DEM_REF (CLAIM, inference->from[i]), builder->scenario))
      return FALSE;
  return TRUE;
}

static void
add_draft (Builder *builder, const DemOutlineNode *node)
{
  Draft draft = { .node = *node };

  draft.node.is_reference = builder->claims[node->claim] != DEM_NO_NODE;
  if (!draft.node.is_reference)
    builder->claims[node->claim] = builder->drafts->len;
  g_array_append_val (builder->drafts, draft);
}

static void
add_step (Builder *builder, guint32 parent, guint32 index, DemSign sign)
{
  const DemInference *inference = dem_dossier_inference (builder->dossier, index);
  guint32 depth = g_array_index (builder->drafts, Draft, parent).node.depth + 1;

  for (guint i = 0; i < inference->n_from; i++)
    add_draft (builder, &(DemOutlineNode){
                            .claim = inference->from[i],
                            .inference = index,
                            .parent = parent,
                            .depth = depth,
                            .sign = sign,
                            .linked_previous = i > 0,
                            .linked_next = i + 1 < inference->n_from,
                        });
}

/* Adds every step of a kind that leads to an item. */
static void
add_steps_to (Builder *builder, guint32 parent, DemRef target, DemInferenceKind kind, DemSign sign)
{
  guint n = 0;
  const DemRef *links = dem_dossier_backlinks_of (builder->dossier, target, DEM_KIND_INFERENCE, &n);

  for (guint i = 0; i < n; i++)
    {
      const DemInference *inference = dem_dossier_inference (builder->dossier, links[i].index);

      if (inference->kind == kind && dem_ref_equal (inference->to, target)
          && step_exists (builder, links[i].index))
        add_step (builder, parent, links[i].index, sign);
    }
}

static void
expand (Builder *builder, guint32 index)
{
  const DemOutlineNode node = g_array_index (builder->drafts, Draft, index).node;
  guint32 first = builder->drafts->len;
  Draft *draft;

  if (node.inference != DEM_NO_INDEX && !node.linked_next)
    add_steps_to (builder, index, DEM_REF (INFERENCE, node.inference), DEM_INFERENCE_UNDERCUTS,
                  DEM_SIGN_UNDERCUT);
  if (!node.is_reference)
    {
      add_steps_to (builder, index, DEM_REF (CLAIM, node.claim), DEM_INFERENCE_SUPPORTS, DEM_SIGN_FOR);
      add_steps_to (builder, index, DEM_REF (CLAIM, node.claim), DEM_INFERENCE_ATTACKS, DEM_SIGN_AGAINST);
    }
  draft = &g_array_index (builder->drafts, Draft, index);
  draft->first_child = first;
  draft->node.n_children = builder->drafts->len - first;
}

/* Adds a claim that nothing leads to, unless it stands somewhere already. */
static void
add_root (Builder *builder, guint32 claim, DemSign sign)
{
  if (builder->claims[claim] != DEM_NO_NODE
      || !dem_dossier_exists_in (builder->dossier, DEM_REF (CLAIM, claim), builder->scenario))
    return;
  add_draft (builder, &(DemOutlineNode){
                          .claim = claim,
                          .inference = DEM_NO_INDEX,
                          .parent = DEM_NO_NODE,
                          .depth = sign == DEM_SIGN_THESIS ? 0 : 1,
                          .sign = sign,
                      });
}

static void
expand_all (Builder *builder)
{
  while (builder->expanded < builder->drafts->len)
    expand (builder, builder->expanded++);
}

/* Whether any step that exists has the claim among its premises. */
static gboolean
is_premise (Builder *builder, guint32 claim)
{
  guint n = 0;
  const DemRef *links
      = dem_dossier_backlinks_of (builder->dossier, DEM_REF (CLAIM, claim), DEM_KIND_INFERENCE, &n);

  for (guint i = 0; i < n; i++)
    {
      const DemInference *inference = dem_dossier_inference (builder->dossier, links[i].index);

      for (guint j = 0; j < inference->n_from; j++)
        if (inference->from[j] == claim && step_exists (builder, links[i].index))
          return TRUE;
    }
  return FALSE;
}

static void
draft_roots (Builder *builder)
{
  guint n = dem_dossier_count (builder->dossier, DEM_KIND_CLAIM);

  for (guint i = 0; i < n; i++)
    if (dem_dossier_claim (builder->dossier, i)->kind == DEM_CLAIM_THESIS)
      add_root (builder, i, DEM_SIGN_THESIS);
  expand_all (builder);
  for (guint i = 0; i < n; i++)
    if (builder->claims[i] == DEM_NO_NODE && !is_premise (builder, i))
      add_root (builder, i, DEM_SIGN_NONE);
  expand_all (builder);
  /* What is left stands in circles that nothing enters, or breaks steps that are not shown. */
  for (guint i = 0; i < n; i++)
    {
      add_root (builder, i, DEM_SIGN_NONE);
      expand_all (builder);
    }
}

/* Puts the drafts into reading order. */
static void
arrange (DemOutline *self, Builder *builder)
{
  guint n = builder->drafts->len;
  g_autofree guint32 *order = g_new (guint32, n + 1);
  g_autoptr (GArray) stack = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 64);

  for (guint32 i = n; i-- > 0;)
    if (g_array_index (builder->drafts, Draft, i).node.parent == DEM_NO_NODE)
      g_array_append_val (stack, i);
  while (stack->len > 0)
    {
      guint32 index = g_array_index (stack, guint32, stack->len - 1);
      const Draft *draft = &g_array_index (builder->drafts, Draft, index);
      DemOutlineNode node = draft->node;

      g_array_set_size (stack, stack->len - 1);
      order[index] = self->nodes->len;
      node.parent = node.parent == DEM_NO_NODE ? DEM_NO_NODE : order[node.parent];
      node.end = self->nodes->len + 1;
      g_array_append_val (self->nodes, node);
      for (guint32 i = node.n_children; i-- > 0;)
        {
          guint32 child = draft->first_child + i;
          g_array_append_val (stack, child);
        }
    }
}

static void
finish (DemOutline *self)
{
  for (guint32 i = self->nodes->len; i-- > 0;)
    {
      const DemOutlineNode *node = &g_array_index (self->nodes, DemOutlineNode, i);

      if (node->parent != DEM_NO_NODE)
        {
          DemOutlineNode *parent = &g_array_index (self->nodes, DemOutlineNode, node->parent);
          parent->end = MAX (parent->end, node->end);
        }
      if (!node->is_reference)
        self->claims[node->claim] = i;
      if (node->inference != DEM_NO_INDEX)
        self->inferences[node->inference] = i;
    }
}

static guint32 *
new_index (guint n)
{
  guint32 *index = g_new (guint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    index[i] = DEM_NO_NODE;
  return index;
}

/* With no nodes yet. */
static DemOutline *
new_empty (DemDossier *dossier, guint32 scenario, guint n_nodes)
{
  DemOutline *self = g_new0 (DemOutline, 1);

  g_atomic_ref_count_init (&self->references);
  self->dossier = g_object_ref (dossier);
  self->scenario = scenario;
  self->nodes = g_array_sized_new (FALSE, FALSE, sizeof (DemOutlineNode), n_nodes);
  self->claims = new_index (dem_dossier_count (dossier, DEM_KIND_CLAIM));
  self->inferences = new_index (dem_dossier_count (dossier, DEM_KIND_INFERENCE));
  return self;
}

DemOutline *
dem_outline_new (DemDossier *dossier, guint32 scenario)
{
  DemOutline *self;
  Builder builder = { .dossier = dossier, .scenario = scenario };
  g_autofree guint32 *claims = NULL;
  guint n_claims;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  n_claims = dem_dossier_count (dossier, DEM_KIND_CLAIM);
  builder.drafts = g_array_sized_new (FALSE, FALSE, sizeof (Draft), n_claims);
  builder.claims = claims = new_index (n_claims);
  draft_roots (&builder);

  self = new_empty (dossier, scenario, builder.drafts->len);
  arrange (self, &builder);
  finish (self);
  g_array_unref (builder.drafts);
  return self;
}

/* Which nodes lead to claims of an actor. (transfer full) */
static gboolean *
find_leading (DemOutline *whole, guint32 actor)
{
  guint n = whole->nodes->len;
  gboolean *leads = g_new0 (gboolean, n + 1);

  for (guint32 i = n; i-- > 0;)
    {
      const DemOutlineNode *node = dem_outline_get_node (whole, i);

      leads[i] |= node->sign == DEM_SIGN_THESIS || dem_dossier_claim (whole->dossier, node->claim)->by == actor;
      if (leads[i] && node->parent != DEM_NO_NODE)
        leads[node->parent] = TRUE;
    }
  /* Linked premises count only together, and are shown together: once from the first to the last, once back. */
  for (guint32 i = 0; i < n; i++)
    if (leads[i] && dem_outline_get_node (whole, i)->linked_next)
      leads[dem_outline_get_node (whole, i)->end] = TRUE;
  for (guint32 i = n; i-- > 0;)
    if (dem_outline_get_node (whole, i)->linked_next)
      leads[i] |= leads[dem_outline_get_node (whole, i)->end];
  return leads;
}

/* A reference to what is left out stands for it. */
static void
settle_references (DemOutline *self)
{
  for (guint32 i = 0; i < self->nodes->len; i++)
    {
      DemOutlineNode *node = &g_array_index (self->nodes, DemOutlineNode, i);

      if (self->claims[node->claim] == DEM_NO_NODE)
        {
          node->is_reference = FALSE;
          self->claims[node->claim] = i;
        }
    }
}

DemOutline *
dem_outline_new_of (DemOutline *whole, guint32 actor)
{
  DemOutline *self;
  g_autofree gboolean *leads = NULL;
  g_autofree guint32 *places = NULL;
  guint n;

  g_return_val_if_fail (whole != NULL, NULL);

  n = whole->nodes->len;
  self = new_empty (whole->dossier, whole->scenario, 0);
  leads = find_leading (whole, actor);
  places = g_new (guint32, n + 1);
  for (guint32 i = 0; i < n; i++)
    if (leads[i])
      {
        DemOutlineNode node = *dem_outline_get_node (whole, i);

        places[i] = self->nodes->len;
        node.n_children = 0;
        node.end = self->nodes->len + 1;
        if (node.parent != DEM_NO_NODE)
          {
            node.parent = places[node.parent];
            g_array_index (self->nodes, DemOutlineNode, node.parent).n_children++;
          }
        g_array_append_val (self->nodes, node);
      }
  finish (self);
  settle_references (self);
  return self;
}

DemOutline *
dem_outline_ref (DemOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dem_outline_unref (DemOutline *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->nodes);
  g_free (self->claims);
  g_free (self->inferences);
  g_object_unref (self->dossier);
  g_free (self);
}

DemDossier *
dem_outline_get_dossier (DemOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dossier;
}

guint32
dem_outline_get_scenario (DemOutline *self)
{
  g_return_val_if_fail (self != NULL, DEM_NO_INDEX);

  return self->scenario;
}

guint
dem_outline_get_n_nodes (DemOutline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->nodes->len;
}

const DemOutlineNode *
dem_outline_get_node (DemOutline *self, guint32 index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->nodes->len, NULL);

  return &g_array_index (self->nodes, DemOutlineNode, index);
}

guint32
dem_outline_find_claim (DemOutline *self, guint32 claim)
{
  g_return_val_if_fail (self != NULL, DEM_NO_NODE);
  g_return_val_if_fail (claim < dem_dossier_count (self->dossier, DEM_KIND_CLAIM), DEM_NO_NODE);

  return self->claims[claim];
}

guint32
dem_outline_find_inference (DemOutline *self, guint32 inference)
{
  g_return_val_if_fail (self != NULL, DEM_NO_NODE);
  g_return_val_if_fail (inference < dem_dossier_count (self->dossier, DEM_KIND_INFERENCE), DEM_NO_NODE);

  return self->inferences[inference];
}

/* The sibling just before a node: it ends where the node begins. Found from the node before, going up. */
static const DemOutlineNode *
get_previous_sibling (DemOutline *self, guint32 index)
{
  guint32 parent = dem_outline_get_node (self, index)->parent;
  guint32 other = index - 1;

  if (index == 0 || other == parent)
    return NULL;
  while (dem_outline_get_node (self, other)->parent != parent)
    other = dem_outline_get_node (self, other)->parent;
  return dem_outline_get_node (self, other);
}

gboolean
dem_outline_starts_section (DemOutline *self, guint32 index)
{
  const DemOutlineNode *node, *previous;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (index < self->nodes->len, FALSE);

  node = dem_outline_get_node (self, index);
  if (node->sign == DEM_SIGN_THESIS)
    return FALSE;
  if (node->parent != DEM_NO_NODE && dem_outline_get_node (self, node->parent)->sign != DEM_SIGN_THESIS)
    return FALSE;
  previous = get_previous_sibling (self, index);
  return previous == NULL || previous->sign != node->sign;
}
