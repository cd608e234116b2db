/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/claims_selection.h"

struct _DemClaimsSelection
{
  GObject parent_instance;

  GListModel *model;
  DemRowRefs refs;
  DemFocus *focus;      /* nullable */
  GHashTable *selected; /* the focus's claims and inferences, as a set of keys */
  gboolean held;
  gboolean selecting;
};

static void list_model_init (GListModelInterface *interface);
static void selection_model_init (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DemClaimsSelection,
                               dem_claims_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static GType
get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (DEM_CLAIMS_SELECTION (model)->model);
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (DEM_CLAIMS_SELECTION (model)->model);
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (DEM_CLAIMS_SELECTION (model)->model, position);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static gpointer
get_key (DemRef ref)
{
  return GSIZE_TO_POINTER ((gsize) ref.index * 2 + (ref.kind == DEM_KIND_INFERENCE));
}

guint32
dem_claims_selection_get_claim (DemClaimsSelection *self, guint position)
{
  g_return_val_if_fail (DEM_IS_CLAIMS_SELECTION (self), DEM_NO_INDEX);
  g_return_val_if_fail (position < g_list_model_get_n_items (self->model), DEM_NO_INDEX);

  return self->refs (self->model, position).claim;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  DemClaimsSelection *self = DEM_CLAIMS_SELECTION (model);
  DemRowRef row;

  if (position >= get_n_items (G_LIST_MODEL (self)))
    return FALSE;
  row = self->refs (self->model, position);
  return g_hash_table_contains (self->selected, get_key (DEM_REF (CLAIM, row.claim)))
         || (row.inference != DEM_NO_INDEX
             && g_hash_table_contains (self->selected, get_key (DEM_REF (INFERENCE, row.inference))));
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  GtkBitset *selection = gtk_bitset_new_empty ();

  for (guint i = position; i < position + n && i < get_n_items (G_LIST_MODEL (model)); i++)
    if (is_selected (model, i))
      gtk_bitset_add (selection, i);
  return selection;
}

/* Selects just the claims of the rows of a set, in their order; a claim may stand in several rows. */
static gboolean
select_rows (DemClaimsSelection *self, const GtkBitset *rows)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (DemRef));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GtkBitsetIter iter;
  guint position, n = g_list_model_get_n_items (self->model);

  if (self->held || self->focus == NULL)
    return FALSE;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &position); more && position < n;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      DemRef ref = DEM_REF (CLAIM, self->refs (self->model, position).claim);

      if (g_hash_table_add (seen, get_key (ref)))
        g_array_append_val (refs, ref);
    }
  self->selecting = TRUE;
  dem_focus_select_all (self->focus, (const DemRef *) (gpointer) refs->data, refs->len);
  self->selecting = FALSE;
  return TRUE;
}

/* Takes rows out of a set, and with them the other rows in which their claims stand. */
static void
drop_claims (DemClaimsSelection *self, GtkBitset *rows, const GtkBitset *dropped)
{
  g_autoptr (GHashTable) claims = g_hash_table_new (NULL, NULL);
  g_autoptr (GtkBitset) kept = gtk_bitset_copy (rows);
  guint n = g_list_model_get_n_items (self->model);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, dropped, &position); more && position < n;
       more = gtk_bitset_iter_next (&iter, &position))
    g_hash_table_add (claims, GUINT_TO_POINTER (self->refs (self->model, position).claim));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, kept, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    if (g_hash_table_contains (claims, GUINT_TO_POINTER (self->refs (self->model, position).claim)))
      gtk_bitset_remove (rows, position);
}

/* All verbs of the model come down to this one: rows of a mask become what they are in another set. */
static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  DemClaimsSelection *self = DEM_CLAIMS_SELECTION (model);
  g_autoptr (GtkBitset) rows = get_selection_in_range (model, 0, get_n_items (G_LIST_MODEL (model)));
  g_autoptr (GtkBitset) added = gtk_bitset_copy (selected);

  drop_claims (self, rows, mask);
  gtk_bitset_intersect (added, mask);
  gtk_bitset_union (rows, added);
  return select_rows (self, rows);
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  g_autoptr (GtkBitset) row = gtk_bitset_new_range (position, 1);

  return unselect_rest ? select_rows (DEM_CLAIMS_SELECTION (model), row) : set_selection (model, row, row);
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  g_autoptr (GtkBitset) row = gtk_bitset_new_range (position, 1);
  g_autoptr (GtkBitset) none = gtk_bitset_new_empty ();

  return set_selection (model, none, row);
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n, gboolean unselect_rest)
{
  g_autoptr (GtkBitset) rows = gtk_bitset_new_range (position, n);

  return unselect_rest ? select_rows (DEM_CLAIMS_SELECTION (model), rows) : set_selection (model, rows, rows);
}

static gboolean
unselect_range (GtkSelectionModel *model, guint position, guint n)
{
  g_autoptr (GtkBitset) rows = gtk_bitset_new_range (position, n);
  g_autoptr (GtkBitset) none = gtk_bitset_new_empty ();

  return set_selection (model, none, rows);
}

static gboolean
select_all (GtkSelectionModel *model)
{
  return select_range (model, 0, get_n_items (G_LIST_MODEL (model)), TRUE);
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  g_autoptr (GtkBitset) none = gtk_bitset_new_empty ();

  return select_rows (DEM_CLAIMS_SELECTION (model), none);
}

static void
selection_model_init (GtkSelectionModelInterface *interface)
{
  interface->is_selected = is_selected;
  interface->get_selection_in_range = get_selection_in_range;
  interface->select_item = select_item;
  interface->unselect_item = unselect_item;
  interface->select_range = select_range;
  interface->unselect_range = unselect_range;
  interface->select_all = select_all;
  interface->unselect_all = unselect_all;
  interface->set_selection = set_selection;
}

static void
dem_claims_selection_dispose (GObject *object)
{
  DemClaimsSelection *self = DEM_CLAIMS_SELECTION (object);

  g_clear_object (&self->model);
  g_clear_object (&self->focus);
  g_clear_pointer (&self->selected, g_hash_table_unref);

  G_OBJECT_CLASS (dem_claims_selection_parent_class)->dispose (object);
}

static void
dem_claims_selection_class_init (DemClaimsSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_claims_selection_dispose;
}

static void
dem_claims_selection_init (DemClaimsSelection *self)
{
  self->selected = g_hash_table_new (NULL, NULL);
}

DemClaimsSelection *
dem_claims_selection_new (GListModel *model, DemRowRefs refs)
{
  DemClaimsSelection *self = g_object_new (DEM_TYPE_CLAIMS_SELECTION, NULL);

  self->model = g_object_ref (model);
  self->refs = refs;
  g_signal_connect_object (model, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static void
read_focus (DemClaimsSelection *self)
{
  guint n = 0;
  const DemRef *refs = self->focus != NULL ? dem_focus_get_selection (self->focus, &n) : NULL;

  g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < n; i++)
    if (refs[i].kind == DEM_KIND_CLAIM || refs[i].kind == DEM_KIND_INFERENCE)
      g_hash_table_add (self->selected, get_key (refs[i]));
}

void
dem_claims_selection_set_focus (DemClaimsSelection *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_CLAIMS_SELECTION (self));

  g_set_object (&self->focus, focus);
  read_focus (self);
}

void
dem_claims_selection_set_held (DemClaimsSelection *self, gboolean held)
{
  g_return_if_fail (DEM_IS_CLAIMS_SELECTION (self));

  self->held = held;
}

gboolean
dem_claims_selection_is_selecting (DemClaimsSelection *self)
{
  g_return_val_if_fail (DEM_IS_CLAIMS_SELECTION (self), FALSE);

  return self->selecting;
}

void
dem_claims_selection_refresh (DemClaimsSelection *self)
{
  guint n;

  g_return_if_fail (DEM_IS_CLAIMS_SELECTION (self));

  read_focus (self);
  n = get_n_items (G_LIST_MODEL (self));
  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
}
