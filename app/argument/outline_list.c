/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/outline_list.h"

#define UNFOLDED_AT_FIRST 1 /* depth down to which nodes begin unfolded */

struct _DemOutlineList
{
  GObject parent_instance;

  DemOutline *outline;  /* nullable */
  GByteArray *unfolded; /* a flag for each node */
  GArray *rows;         /* guint32: nodes, ascending */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DemOutlineList,
                               dem_outline_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return DEM_OUTLINE_LIST (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  return position < get_n_items (model) ? g_object_new (G_TYPE_OBJECT, NULL) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static GArray *
collect_rows (DemOutlineList *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = self->outline != NULL ? dem_outline_get_n_nodes (self->outline) : 0;

  for (guint32 i = 0; i < n;)
    {
      g_array_append_val (rows, i);
      i = self->unfolded->data[i] ? i + 1 : dem_outline_get_node (self->outline, i)->end;
    }
  return rows;
}

/* Whether two rows show the same claim in the same place, though perhaps in two outlines. */
static gboolean
same_row (DemOutline *a, guint32 node_a, DemOutline *b, guint32 node_b)
{
  const DemOutlineNode *first = dem_outline_get_node (a, node_a);
  const DemOutlineNode *second = dem_outline_get_node (b, node_b);

  return first->claim == second->claim && first->depth == second->depth && first->sign == second->sign;
}

/* Takes over new rows and announces the stretch that differs. */
static void
replace_rows (DemOutlineList *self, DemOutline *old_outline, GArray *rows)
{
  g_autoptr (GArray) old = self->rows;
  guint shared = MIN (old->len, rows->len);
  guint head = 0, tail = 0;

#define SAME(i, j)                                                                                           \
  same_row (old_outline, g_array_index (old, guint32, i), self->outline, g_array_index (rows, guint32, j))
  while (head < shared && SAME (head, head))
    head++;
  while (tail < shared - head && SAME (old->len - 1 - tail, rows->len - 1 - tail))
    tail++;
#undef SAME

  self->rows = rows;
  if (old->len - head - tail > 0 || rows->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail, rows->len - head - tail);
}

static void
dem_outline_list_finalize (GObject *object)
{
  DemOutlineList *self = DEM_OUTLINE_LIST (object);

  g_clear_pointer (&self->outline, dem_outline_unref);
  g_byte_array_unref (self->unfolded);
  g_array_unref (self->rows);

  G_OBJECT_CLASS (dem_outline_list_parent_class)->finalize (object);
}

static void
dem_outline_list_class_init (DemOutlineListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_outline_list_finalize;
}

static void
dem_outline_list_init (DemOutlineList *self)
{
  self->unfolded = g_byte_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
}

DemOutlineList *
dem_outline_list_new (void)
{
  return g_object_new (DEM_TYPE_OUTLINE_LIST, NULL);
}

static const char *
get_claim_id (DemOutline *outline, guint32 claim)
{
  return dem_dossier_claim (dem_outline_get_dossier (outline), claim)->item.id;
}

/* The state of each claim's node in full: id → GINT_TO_POINTER (unfolded). The ids are the outline's. */
static GHashTable *
remember_folding (DemOutlineList *self)
{
  GHashTable *folding = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = self->outline != NULL ? dem_outline_get_n_nodes (self->outline) : 0;

  for (guint32 i = 0; i < n; i++)
    {
      const DemOutlineNode *node = dem_outline_get_node (self->outline, i);

      if (!node->is_reference)
        g_hash_table_insert (folding, (gpointer) get_claim_id (self->outline, node->claim),
                             GINT_TO_POINTER (self->unfolded->data[i]));
    }
  return folding;
}

static void
restore_folding (DemOutlineList *self, GHashTable *folding)
{
  guint n = self->outline != NULL ? dem_outline_get_n_nodes (self->outline) : 0;

  g_byte_array_set_size (self->unfolded, n);
  for (guint32 i = 0; i < n; i++)
    {
      const DemOutlineNode *node = dem_outline_get_node (self->outline, i);
      gpointer unfolded;

      if (node->sign == DEM_SIGN_THESIS
          || !g_hash_table_lookup_extended (folding, get_claim_id (self->outline, node->claim), NULL,
                                            &unfolded))
        unfolded = GINT_TO_POINTER (node->depth <= UNFOLDED_AT_FIRST);
      self->unfolded->data[i] = GPOINTER_TO_INT (unfolded) != 0;
    }
}

void
dem_outline_list_set_outline (DemOutlineList *self, DemOutline *outline)
{
  g_autoptr (DemOutline) old = NULL;
  g_autoptr (GHashTable) folding = NULL;

  g_return_if_fail (DEM_IS_OUTLINE_LIST (self));

  folding = remember_folding (self);
  old = g_steal_pointer (&self->outline);
  self->outline = outline != NULL ? dem_outline_ref (outline) : NULL;
  restore_folding (self, folding);
  replace_rows (self, old, collect_rows (self));
}

DemOutline *
dem_outline_list_get_outline (DemOutlineList *self)
{
  g_return_val_if_fail (DEM_IS_OUTLINE_LIST (self), NULL);

  return self->outline;
}

guint32
dem_outline_list_get_node (DemOutlineList *self, guint position)
{
  g_return_val_if_fail (DEM_IS_OUTLINE_LIST (self), DEM_NO_NODE);
  g_return_val_if_fail (position < self->rows->len, DEM_NO_NODE);

  return g_array_index (self->rows, guint32, position);
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

guint
dem_outline_list_find (DemOutlineList *self, guint32 node)
{
  guint position;

  g_return_val_if_fail (DEM_IS_OUTLINE_LIST (self), DEM_NO_NODE);

  return g_array_binary_search (self->rows, &node, compare_nodes, &position) ? position : DEM_NO_NODE;
}

gboolean
dem_outline_list_is_unfolded (DemOutlineList *self, guint32 node)
{
  g_return_val_if_fail (DEM_IS_OUTLINE_LIST (self), FALSE);
  g_return_val_if_fail (node < self->unfolded->len, FALSE);

  return self->unfolded->data[node];
}

void
dem_outline_list_set_unfolded (DemOutlineList *self, guint32 node, gboolean unfolded)
{
  g_return_if_fail (DEM_IS_OUTLINE_LIST (self));
  g_return_if_fail (node < self->unfolded->len);

  if (dem_outline_get_node (self->outline, node)->sign == DEM_SIGN_THESIS
      || self->unfolded->data[node] == (unfolded != FALSE))
    return;
  self->unfolded->data[node] = unfolded != FALSE;
  replace_rows (self, self->outline, collect_rows (self));
}

void
dem_outline_list_reveal (DemOutlineList *self, guint32 node)
{
  gboolean changed = FALSE;

  g_return_if_fail (DEM_IS_OUTLINE_LIST (self));
  g_return_if_fail (node < self->unfolded->len);

  for (guint32 above = dem_outline_get_node (self->outline, node)->parent; above != DEM_NO_NODE;
       above = dem_outline_get_node (self->outline, above)->parent)
    {
      changed |= !self->unfolded->data[above];
      self->unfolded->data[above] = TRUE;
    }
  if (changed)
    replace_rows (self, self->outline, collect_rows (self));
}

/* From the last node up, so that each passes on to the one above whether it has to be seen. */
void
dem_outline_list_reveal_claims_of (DemOutlineList *self, guint32 actor)
{
  g_autofree gboolean *wanted = NULL;
  gboolean changed = FALSE;

  g_return_if_fail (DEM_IS_OUTLINE_LIST (self));

  wanted = g_new0 (gboolean, self->unfolded->len + 1);
  for (guint32 i = self->unfolded->len; i-- > 0;)
    {
      const DemOutlineNode *node = dem_outline_get_node (self->outline, i);

      wanted[i] |= dem_dossier_claim (dem_outline_get_dossier (self->outline), node->claim)->by == actor;
      if (!wanted[i] || node->parent == DEM_NO_NODE)
        continue;
      wanted[node->parent] = TRUE;
      changed |= !self->unfolded->data[node->parent];
      self->unfolded->data[node->parent] = TRUE;
    }
  if (changed)
    replace_rows (self, self->outline, collect_rows (self));
}
