/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_content.h"

DemNotebookContent *
dem_notebook_content_new (const char *dossier_id)
{
  DemNotebookContent *self;

  g_return_val_if_fail (dossier_id != NULL, NULL);

  self = g_new0 (DemNotebookContent, 1);
  self->dossier_id = g_strdup (dossier_id);
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->pins = dem_pins_new ();
  self->assumptions = dem_judgements_new ();
  self->starts = dem_judgements_new ();
  self->stops = dem_stops_new ();
  return self;
}

DemNotebookContent *
dem_notebook_content_copy (const DemNotebookContent *self)
{
  DemNotebookContent *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (DemNotebookContent, 1);
  copy->dossier_id = g_strdup (self->dossier_id);
  copy->notes = g_ptr_array_new_full (self->notes->len, g_object_unref);
  for (guint i = 0; i < self->notes->len; i++)
    g_ptr_array_add (copy->notes, g_object_ref (self->notes->pdata[i]));
  copy->pins = dem_pins_copy (self->pins);
  copy->assumptions = dem_judgements_copy (self->assumptions);
  copy->starts = dem_judgements_copy (self->starts);
  copy->stops = dem_stops_copy (self->stops);
  copy->items = g_strdup (self->items);
  copy->members = g_strdup (self->members);
  copy->context = g_strdup (self->context);
  copy->revision = g_strdup (self->revision);
  copy->ancestors = g_strdupv (self->ancestors);
  return copy;
}

void
dem_notebook_content_free (DemNotebookContent *self)
{
  if (self == NULL)
    return;
  g_free (self->dossier_id);
  g_ptr_array_unref (self->notes);
  dem_pins_free (self->pins);
  dem_judgements_free (self->assumptions);
  dem_judgements_free (self->starts);
  dem_stops_free (self->stops);
  g_free (self->items);
  g_free (self->members);
  g_free (self->context);
  g_free (self->revision);
  g_strfreev (self->ancestors);
  g_free (self);
}

static gboolean
notes_are_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i]
        && !(dem_note_equal (a->pdata[i], b->pdata[i])
             && g_date_time_equal (dem_note_get_modified (a->pdata[i]), dem_note_get_modified (b->pdata[i]))))
      return FALSE;
  return TRUE;
}

gboolean
dem_notebook_content_equal (const DemNotebookContent *a, const DemNotebookContent *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b
         || (g_str_equal (a->dossier_id, b->dossier_id) && notes_are_equal (a->notes, b->notes)
             && dem_pins_equal (a->pins, b->pins) && dem_judgements_equal (a->assumptions, b->assumptions)
             && dem_judgements_equal (a->starts, b->starts)
             && dem_stops_equal (a->stops, b->stops) && g_strcmp0 (a->items, b->items) == 0
             && g_strcmp0 (a->members, b->members) == 0 && g_strcmp0 (a->context, b->context) == 0);
}

DemNote *
dem_notebook_content_find (const DemNotebookContent *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->notes->len; i++)
    if (g_str_equal (dem_note_get_id (self->notes->pdata[i]), id))
      return self->notes->pdata[i];
  return NULL;
}
