/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/note_private.h"

/* The same note with something else. */

DemNote *
dem_note_copy (const DemNote *self)
{
  DemNote *copy = g_object_new (DEM_TYPE_NOTE, NULL);

  copy->id = g_strdup (self->id);
  copy->created = g_date_time_ref (self->created);
  copy->modified = g_date_time_ref (self->modified);
  copy->creator = g_strdup (self->creator);
  copy->creator_json = g_strdup (self->creator_json);
  copy->motivation = self->motivation;
  copy->motivation_json = g_strdup (self->motivation_json);
  copy->text = g_strdup (self->text);
  copy->text_members = g_strdup (self->text_members);
  copy->tag_bodies = self->tag_bodies != NULL ? g_hash_table_ref (self->tag_bodies) : NULL;
  copy->bodies = g_strdup (self->bodies);
  copy->members = g_strdup (self->members);
  copy->tags = g_strdupv (self->tags);
  copy->targets = g_ptr_array_ref (self->targets);
  copy->colour = self->colour;
  copy->colour_json = g_strdup (self->colour_json);
  copy->is_private = self->is_private;
  return copy;
}

static void
set_modified (DemNote *self)
{
  g_autoptr (GDateTime) before = self->modified;
  GDateTime *now = g_date_time_new_now_utc ();

  if (g_date_time_compare (now, before) <= 0)
    {
      g_date_time_unref (now);
      now = g_date_time_add (before, 1);
    }
  if (now == NULL || g_date_time_get_year (now) > DEM_NOTE_LAST_YEAR)
    {
      g_clear_pointer (&now, g_date_time_unref);
      now = g_date_time_ref (before);
    }
  self->modified = now;
}

DemNote *
dem_note_touch (const DemNote *self)
{
  DemNote *copy;

  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);

  copy = dem_note_copy (self);
  set_modified (copy);
  return copy;
}

/* A copy that was modified when it does differ; takes it. */
static DemNote *
finish (const DemNote *self, DemNote *copy)
{
  if (!dem_note_equal (self, copy))
    set_modified (copy);
  return copy;
}

DemNote *
dem_note_with_text (const DemNote *self, const char *text)
{
  DemNote *copy;

  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);
  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  copy = dem_note_copy (self);
  g_free (copy->text);
  copy->text = g_strdup (text);
  return finish (self, copy);
}

DemNote *
dem_note_with_creator (const DemNote *self, const char *name)
{
  DemNote *copy;

  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);
  g_return_val_if_fail (name == NULL || g_utf8_validate (name, -1, NULL), NULL);

  copy = dem_note_copy (self);
  if (g_strcmp0 (self->creator, name) == 0)
    return copy;
  g_free (copy->creator);
  copy->creator = g_strdup (name);
  g_clear_pointer (&copy->creator_json, g_free);
  return finish (self, copy);
}

DemNote *
dem_note_with_motivation (const DemNote *self, DemNoteMotivation motivation)
{
  DemNote *copy;

  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);
  g_return_val_if_fail (motivation < DEM_NOTE_OTHERWISE, NULL);

  copy = dem_note_copy (self);
  copy->motivation = motivation;
  g_clear_pointer (&copy->motivation_json, g_free);
  return finish (self, copy);
}

char **
dem_note_clean_tags (const char *const *tags)
{
  g_autoptr (GPtrArray) clean = g_ptr_array_new ();

  for (guint i = 0; tags[i] != NULL; i++)
    {
      char *tag = g_strstrip (g_strdup (tags[i]));

      if (*tag != '\0' && !g_ptr_array_find_with_equal_func (clean, tag, g_str_equal, NULL))
        g_ptr_array_add (clean, tag);
      else
        g_free (tag);
    }
  g_ptr_array_add (clean, NULL);
  return (char **) g_ptr_array_steal (clean, NULL);
}

DemNote *
dem_note_with_tags (const DemNote *self, const char *const *tags)
{
  DemNote *copy;

  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);
  g_return_val_if_fail (tags != NULL, NULL);

  copy = dem_note_copy (self);
  g_strfreev (copy->tags);
  copy->tags = dem_note_clean_tags (tags);
  return finish (self, copy);
}

DemNote *
dem_note_with_colour (const DemNote *self, DemNoteColour colour)
{
  DemNote *copy;

  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);
  g_return_val_if_fail (colour < DEM_N_NOTE_COLOURS, NULL);

  copy = dem_note_copy (self);
  copy->colour = colour;
  g_clear_pointer (&copy->colour_json, g_free);
  return finish (self, copy);
}

DemNote *
dem_note_with_private (const DemNote *self, gboolean is_private)
{
  DemNote *copy;

  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);

  copy = dem_note_copy (self);
  copy->is_private = is_private != FALSE;
  return finish (self, copy);
}

DemNote *
dem_note_with_targets (const DemNote *self, GPtrArray *targets)
{
  DemNote *copy;

  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);
  g_return_val_if_fail (targets != NULL && targets->len > 0, NULL);

  copy = dem_note_copy (self);
  g_ptr_array_unref (copy->targets);
  copy->targets = dem_note_targets_copy (targets);
  return finish (self, copy);
}

DemNote *
dem_note_with_id (const DemNote *self, const char *id)
{
  DemNote *copy;

  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);

  copy = dem_note_copy (self);
  g_free (copy->id);
  copy->id = id != NULL ? g_strdup (id) : dem_note_make_id ();
  return copy;
}

static void
rebase_string (char **mine, const char *from, const char *to)
{
  if (g_strcmp0 (from, to) == 0)
    return;
  g_free (*mine);
  *mine = g_strdup (to);
}

DemNote *
dem_note_rebase (const DemNote *self, const DemNote *from, const DemNote *to)
{
  DemNote *copy;

  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)) && DEM_IS_NOTE (NOTE (from)) && DEM_IS_NOTE (NOTE (to)), NULL);

  copy = dem_note_copy (self);
  rebase_string (&copy->creator, from->creator, to->creator);
  rebase_string (&copy->creator_json, from->creator_json, to->creator_json);
  rebase_string (&copy->motivation_json, from->motivation_json, to->motivation_json);
  rebase_string (&copy->colour_json, from->colour_json, to->colour_json);
  rebase_string (&copy->text, from->text, to->text);
  rebase_string (&copy->text_members, from->text_members, to->text_members);
  rebase_string (&copy->bodies, from->bodies, to->bodies);
  rebase_string (&copy->members, from->members, to->members);
  if (from->motivation != to->motivation)
    copy->motivation = to->motivation;
  if (from->colour != to->colour)
    copy->colour = to->colour;
  if (from->is_private != to->is_private)
    copy->is_private = to->is_private;
  if (!g_strv_equal ((const char *const *) from->tags, (const char *const *) to->tags))
    {
      g_strfreev (copy->tags);
      copy->tags = g_strdupv (to->tags);
    }
  if (!dem_note_targets_equal (from->targets, to->targets))
    {
      g_ptr_array_unref (copy->targets);
      copy->targets = g_ptr_array_ref (to->targets);
    }
  return finish (self, copy);
}
