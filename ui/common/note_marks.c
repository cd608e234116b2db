/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/note_marks.h"

/* Under which a notebook has its own. */
#define KEY "dem-note-marks"

struct _DemNoteMarks
{
  GObject parent_instance;

  DemNotebook *notebook; /* weak: it owns this */
  GPtrArray *notes;    /* (element-type DemNote): as the notebook's list was when it was looked at last */
  gboolean is_changed; /* marks are other ones, which is told when the notebook is done */

  DemDossier *dossier;  /* nullable: whose items are remembered */
  GHashTable *known;    /* Item → itself: what was looked up since the last change */
  GPtrArray *places;    /* nullable (element-type DemNoteTarget) */
  GPtrArray *spans;     /* nullable (element-type DemNoteTarget) */
};

G_DEFINE_FINAL_TYPE (DemNoteMarks, dem_note_marks, G_TYPE_OBJECT)

static guint changed_signal;

/* What is known of an item; a mark of no notes is known, too. */
typedef struct
{
  DemRef ref;
  DemNoteMark mark;
} Item;

static guint
hash_item (gconstpointer item)
{
  DemRef ref = ((const Item *) item)->ref;

  return ref.index * 31 + ref.kind;
}

static gboolean
equal_items (gconstpointer a, gconstpointer b)
{
  return dem_ref_equal (((const Item *) a)->ref, ((const Item *) b)->ref);
}

/* ---- Changes ---- */

static void
forget (DemNoteMarks *self)
{
  g_hash_table_remove_all (self->known);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->spans, g_ptr_array_unref);
}

static gboolean
has_same_targets (const DemNote *a, const DemNote *b)
{
  GPtrArray *first = dem_note_get_targets (a), *second = dem_note_get_targets (b);

  if (first == second)
    return TRUE;
  if (first->len != second->len)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    if (!dem_note_target_equal (first->pdata[i], second->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Whether the same marks stand for two states of a note. */
static gboolean
looks_same (const DemNote *a, const DemNote *b)
{
  return dem_note_get_colour (a) == dem_note_get_colour (b) && has_same_targets (a, b);
}

static void
on_items_changed (GListModel *model, guint position, guint n_removed, guint n_added, DemNoteMarks *self)
{
  gboolean same = n_removed == n_added;

  g_assert (DEM_IS_NOTE_MARKS (self));

  for (guint i = 0; i < n_added; i++)
    {
      DemNote *note = g_list_model_get_item (model, position + i);

      if (i >= n_removed)
        {
          g_ptr_array_insert (self->notes, (int) (position + i), note);
          continue;
        }
      same = same && looks_same (self->notes->pdata[position + i], note);
      g_object_unref (self->notes->pdata[position + i]);
      self->notes->pdata[position + i] = note;
    }
  if (n_removed > n_added)
    g_ptr_array_remove_range (self->notes, position + n_added, n_removed - n_added);
  if (same)
    return;
  forget (self);
  self->is_changed = TRUE;
}

static void
on_notebook_changed (DemNoteMarks *self)
{
  if (!self->is_changed)
    return;
  self->is_changed = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

/* ---- Asking ---- */

gboolean
dem_note_marks_is_empty (DemNoteMarks *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_MARKS (self), TRUE);

  return self->notes->len == 0;
}

gboolean
dem_note_marks_find_target (DemNoteMarks *self, const DemNoteTarget *target, DemNoteMark *mark)
{
  DemNote *const *notes;
  guint n = 0;

  g_return_val_if_fail (mark != NULL, FALSE);

  *mark = (DemNoteMark){ 0 };
  if (self == NULL || self->notebook == NULL)
    return FALSE;
  notes = dem_notebook_notes_on (self->notebook, target, &n);
  if (n > 0)
    *mark = (DemNoteMark){ n, dem_note_get_colour (notes[n - 1]) };
  return n > 0;
}

gboolean
dem_note_marks_find (DemNoteMarks *self, DemDossier *dossier, DemRef ref, DemNoteMark *mark)
{
  Item *known, item = { ref, { 0 } };

  g_return_val_if_fail (mark != NULL, FALSE);

  *mark = (DemNoteMark){ 0 };
  if (self == NULL || dossier == NULL || self->notes->len == 0)
    return FALSE;
  if (g_set_object (&self->dossier, dossier))
    g_hash_table_remove_all (self->known);
  known = g_hash_table_lookup (self->known, &item);
  if (known == NULL)
    {
      g_autoptr (DemNoteTarget) target = dem_note_target_new_for_ref (dossier, ref);

      dem_note_marks_find_target (self, target, &item.mark);
      known = g_memdup2 (&item, sizeof item);
      g_hash_table_add (self->known, known);
    }
  *mark = known->mark;
  return mark->n > 0;
}

static GPtrArray *
collect (DemNoteMarks *self, DemTargetKind kind)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_note_target_unref);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->notebook == NULL
      || dem_note_index_count_kind (dem_notebook_get_note_index (self->notebook), kind) == 0)
    return found;
  for (guint i = 0; i < self->notes->len; i++)
    {
      GPtrArray *targets = dem_note_get_targets (self->notes->pdata[i]);

      for (guint j = 0; j < targets->len; j++)
        if (dem_note_target_get_kind (targets->pdata[j]) == kind
            && g_hash_table_add (keys, (gpointer) dem_note_target_get_key (targets->pdata[j])))
          g_ptr_array_add (found, dem_note_target_ref (targets->pdata[j]));
    }
  return found;
}

GPtrArray *
dem_note_marks_list (DemNoteMarks *self, DemTargetKind kind)
{
  GPtrArray **list;

  g_return_val_if_fail (kind == DEM_TARGET_PLACE || kind == DEM_TARGET_TIME, NULL);

  if (self == NULL)
    return NULL;
  list = kind == DEM_TARGET_PLACE ? &self->places : &self->spans;
  if (*list == NULL)
    *list = collect (self, kind);
  return *list;
}

/* ---- The object ---- */

static void
dem_note_marks_finalize (GObject *object)
{
  DemNoteMarks *self = DEM_NOTE_MARKS (object);

  g_clear_weak_pointer (&self->notebook);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->spans, g_ptr_array_unref);

  G_OBJECT_CLASS (dem_note_marks_parent_class)->finalize (object);
}

static void
dem_note_marks_class_init (DemNoteMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_note_marks_finalize;
  changed_signal
      = g_signal_new ("changed", DEM_TYPE_NOTE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dem_note_marks_init (DemNoteMarks *self)
{
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->known = g_hash_table_new_full (hash_item, equal_items, g_free, NULL);
}

static DemNoteMarks *
create (DemNotebook *notebook)
{
  DemNoteMarks *self;
  GListModel *notes;

  self = g_object_new (DEM_TYPE_NOTE_MARKS, NULL);
  g_set_weak_pointer (&self->notebook, notebook);
  notes = dem_notebook_get_notes (notebook);
  on_items_changed (notes, 0, 0, g_list_model_get_n_items (notes), self);
  self->is_changed = FALSE;
  g_signal_connect_object (notes, "items-changed", G_CALLBACK (on_items_changed), self, 0);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (on_notebook_changed), self, G_CONNECT_SWAPPED);
  return self;
}

DemNoteMarks *
dem_note_marks_get (DemNotebook *notebook)
{
  DemNoteMarks *self;

  g_return_val_if_fail (DEM_IS_NOTEBOOK (notebook), NULL);

  self = g_object_get_data (G_OBJECT (notebook), KEY);
  if (self == NULL)
    {
      self = create (notebook);
      g_object_set_data_full (G_OBJECT (notebook), KEY, self, g_object_unref);
    }
  return self;
}
