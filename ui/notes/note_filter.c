/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_filter.h"

#include "app/base/fold.h"

DemNoteFilter *
dem_note_filter_new (void)
{
  DemNoteFilter *self = g_new0 (DemNoteFilter, 1);

  self->kind = -1;
  self->colour = -1;
  return self;
}

void
dem_note_filter_free (DemNoteFilter *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->words);
  g_free (self->tag);
  g_free (self->creator);
  g_free (self->key);
  g_free (self);
}

guint
dem_note_filter_count (const DemNoteFilter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (self->creator != NULL) + (self->key != NULL) + (self->kind >= 0) + (self->colour >= 0)
         + (self->is_private != FALSE) + (self->orphans != FALSE) + (self->in_period != FALSE);
}

gboolean
dem_note_filter_is_empty (const DemNoteFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return (self->words == NULL || self->words[0] == NULL) && self->tag == NULL && dem_note_filter_count (self) == 0;
}

static gboolean
target_matches (const DemNoteFilter *self, const DemNoteTarget *target, DemDossier *dossier)
{
  DemEdtf when;

  if (self->kind >= 0 && dem_note_target_get_kind (target) != (DemTargetKind) self->kind)
    return FALSE;
  if (self->key != NULL && !g_str_equal (dem_note_target_get_key (target), self->key))
    return FALSE;
  if (self->in_period)
    {
      DemAnswer answer;

      if (dossier == NULL || !dem_note_target_get_when (target, dossier, &when))
        return FALSE;
      answer = dem_edtf_overlaps (&when, self->period);
      return answer == DEM_ANSWER_YES || answer == DEM_ANSWER_MAYBE;
    }
  return TRUE;
}

gboolean
dem_note_filter_matches (const DemNoteFilter *self, DemNote *note, DemDossier *dossier)
{
  GPtrArray *targets;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (DEM_IS_NOTE (note), FALSE);

  if ((self->colour >= 0 && dem_note_get_colour (note) != (DemNoteColour) self->colour)
      || (self->is_private && !dem_note_is_private (note))
      || (self->tag != NULL && !dem_note_has_tag (note, self->tag)))
    return FALSE;
  if (self->creator != NULL)
    {
      const char *creator = dem_note_get_creator (note);

      if (g_strcmp0 (self->creator, creator != NULL ? creator : "") != 0)
        return FALSE;
    }
  if (self->orphans && (dossier == NULL || !dem_note_is_orphan (note, dossier)))
    return FALSE;
  if (self->words != NULL && !dem_fold_has_words (dem_note_get_folded (note), (const char *const *) self->words))
    return FALSE;
  if (self->kind < 0 && self->key == NULL && !self->in_period)
    return TRUE;
  targets = dem_note_get_targets (note);
  for (guint i = 0; i < targets->len; i++)
    if (target_matches (self, g_ptr_array_index (targets, i), dossier))
      return TRUE;
  return FALSE;
}
