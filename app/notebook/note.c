/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/note_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/base/fold.h"

#define ID_PREFIX "urn:uuid:"

/* Between what is searched of a note, so that no word is found across two of its parts. */
#define PART_BREAK "\n"

G_DEFINE_FINAL_TYPE (DemNote, dem_note, G_TYPE_OBJECT)

static void
dem_note_finalize (GObject *object)
{
  DemNote *self = DEM_NOTE (object);

  g_free (self->id);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->modified, g_date_time_unref);
  g_free (self->creator);
  g_free (self->creator_json);
  g_free (self->motivation_json);
  g_free (self->text);
  g_free (self->text_members);
  g_clear_pointer (&self->tag_bodies, g_hash_table_unref);
  g_free (self->bodies);
  g_free (self->members);
  g_strfreev (self->tags);
  g_ptr_array_unref (self->targets);
  g_free (self->folded);
  G_OBJECT_CLASS (dem_note_parent_class)->finalize (object);
}

static void
dem_note_class_init (DemNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_note_finalize;
}

static void
dem_note_init (DemNote *self)
{
}

/* ---- Making ---- */

char *
dem_note_make_id (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strconcat (ID_PREFIX, uuid, NULL);
}

GPtrArray *
dem_note_targets_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dem_note_target_unref);
}

static GPtrArray *
copy_targets (GPtrArray *targets)
{
  GPtrArray *copy = dem_note_targets_new ();

  for (guint i = 0; i < targets->len; i++)
    g_ptr_array_add (copy, dem_note_target_ref (targets->pdata[i]));
  return copy;
}

DemNote *
dem_note_new_empty (void)
{
  DemNote *self = g_object_new (DEM_TYPE_NOTE, NULL);

  self->text = g_strdup ("");
  self->tags = g_new0 (char *, 1);
  self->targets = dem_note_targets_new ();
  return self;
}

static gboolean
is_on_question (GPtrArray *targets)
{
  return dem_note_target_get_kind (targets->pdata[0]) == DEM_TARGET_QUESTION;
}

DemNote *
dem_note_new (const char *text, GPtrArray *targets)
{
  DemNote *self;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);
  g_return_val_if_fail (targets != NULL && targets->len > 0, NULL);

  self = g_object_new (DEM_TYPE_NOTE, NULL);
  self->id = dem_note_make_id ();
  self->created = g_date_time_new_now_utc ();
  self->modified = g_date_time_ref (self->created);
  self->text = g_strdup (text);
  self->tags = g_new0 (char *, 1);
  self->targets = copy_targets (targets);
  self->motivation = is_on_question (targets) ? DEM_NOTE_REPLYING : DEM_NOTE_COMMENTING;
  return self;
}

DemNote *
dem_note_new_on (const char *text, DemNoteTarget *target)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();

  g_return_val_if_fail (target != NULL, NULL);

  g_ptr_array_add (targets, target);
  return dem_note_new (text, targets);
}

/* ---- Reading ---- */

#define NOTE(self) ((DemNote *) (self))

const char *
dem_note_get_id (const DemNote *self)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);

  return self->id;
}

GDateTime *
dem_note_get_created (const DemNote *self)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);

  return self->created;
}

GDateTime *
dem_note_get_modified (const DemNote *self)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);

  return self->modified;
}

const char *
dem_note_get_creator (const DemNote *self)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);

  return self->creator;
}

DemNoteMotivation
dem_note_get_motivation (const DemNote *self)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), DEM_NOTE_COMMENTING);

  return self->motivation;
}

const char *
dem_note_get_text (const DemNote *self)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);

  return self->text;
}

const char *const *
dem_note_get_tags (const DemNote *self)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);

  return (const char *const *) self->tags;
}

gboolean
dem_note_has_tag (const DemNote *self, const char *tag)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)) && tag != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->tags, tag);
}

DemNoteColour
dem_note_get_colour (const DemNote *self)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), DEM_NOTE_AMBER);

  return self->colour;
}

gboolean
dem_note_is_private (const DemNote *self)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), FALSE);

  return self->is_private;
}

GPtrArray *
dem_note_get_targets (const DemNote *self)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);

  return self->targets;
}

static guint
count_existing (const DemNote *self, DemDossier *dossier)
{
  guint n = 0;

  for (guint i = 0; i < self->targets->len; i++)
    n += (guint) dem_note_target_exists (self->targets->pdata[i], dossier);
  return n;
}

gboolean
dem_note_is_attached (const DemNote *self, DemDossier *dossier)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)) && DEM_IS_DOSSIER (dossier), FALSE);

  return count_existing (self, dossier) == self->targets->len;
}

gboolean
dem_note_is_orphan (const DemNote *self, DemDossier *dossier)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)) && DEM_IS_DOSSIER (dossier), FALSE);

  return count_existing (self, dossier) == 0;
}

gboolean
dem_note_is_doubtful (const DemNote *self)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), FALSE);

  for (guint i = 0; i < self->targets->len; i++)
    {
      const DemQuote *quote = dem_note_target_get_quote (self->targets->pdata[i]);

      if (quote != NULL && quote->is_doubtful)
        return TRUE;
    }
  return FALSE;
}

static char *
fold (const DemNote *self)
{
  GString *folded = g_string_sized_new (strlen (self->text) + 1);

  dem_fold_append (folded, self->text);
  for (guint i = 0; self->tags[i] != NULL; i++)
    {
      g_string_append (folded, PART_BREAK);
      dem_fold_append (folded, self->tags[i]);
    }
  if (self->creator != NULL)
    {
      g_string_append (folded, PART_BREAK);
      dem_fold_append (folded, self->creator);
    }
  for (guint i = 0; i < self->targets->len; i++)
    {
      const DemNoteTarget *target = self->targets->pdata[i];

      g_string_append (folded, PART_BREAK);
      dem_fold_append (folded, target->quote != NULL ? target->quote->exact : target->text);
    }
  return g_string_free (folded, FALSE);
}

/* Made on whatever thread asks first. */
const char *
dem_note_get_folded (const DemNote *self)
{
  char *folded;

  g_return_val_if_fail (DEM_IS_NOTE (NOTE (self)), NULL);

  folded = g_atomic_pointer_get (&NOTE (self)->folded);
  if (folded != NULL)
    return folded;
  folded = fold (self);
  if (!g_atomic_pointer_compare_and_exchange (&NOTE (self)->folded, NULL, folded))
    g_free (folded);
  return g_atomic_pointer_get (&NOTE (self)->folded);
}

int
dem_note_compare (const DemNote *a, const DemNote *b)
{
  int order;

  g_return_val_if_fail (DEM_IS_NOTE (NOTE (a)) && DEM_IS_NOTE (NOTE (b)), 0);

  order = g_date_time_compare (a->created, b->created);
  return order != 0 ? order : strcmp (a->id, b->id);
}

static gboolean
targets_are_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!dem_note_target_equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

gboolean
dem_note_equal (const DemNote *a, const DemNote *b)
{
  g_return_val_if_fail (DEM_IS_NOTE (NOTE (a)) && DEM_IS_NOTE (NOTE (b)), FALSE);

  return a == b
         || (g_str_equal (a->id, b->id) && g_date_time_equal (a->created, b->created)
             && g_strcmp0 (a->creator, b->creator) == 0 && g_strcmp0 (a->creator_json, b->creator_json) == 0
             && a->motivation == b->motivation && g_strcmp0 (a->motivation_json, b->motivation_json) == 0
             && g_str_equal (a->text, b->text) && g_strcmp0 (a->text_members, b->text_members) == 0
             && g_strcmp0 (a->bodies, b->bodies) == 0 && g_strcmp0 (a->members, b->members) == 0
             && g_strv_equal ((const char *const *) a->tags, (const char *const *) b->tags)
             && targets_are_equal (a->targets, b->targets) && a->colour == b->colour
             && a->is_private == b->is_private);
}

/* ---- Changing ---- */

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
  copy->targets = copy_targets (targets);
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
  if (!targets_are_equal (from->targets, to->targets))
    {
      g_ptr_array_unref (copy->targets);
      copy->targets = g_ptr_array_ref (to->targets);
    }
  return finish (self, copy);
}

/* ---- Words ---- */

const char *
dem_note_colour_get_word (DemNoteColour colour)
{
  static const char *const words[DEM_N_NOTE_COLOURS]
      = { N_ ("Amber"), N_ ("Orange"), N_ ("Purple"), N_ ("Green"), N_ ("Grey") };

  g_return_val_if_fail (colour < DEM_N_NOTE_COLOURS, NULL);

  return _ (words[colour]);
}

const char *
dem_note_motivation_get_word (DemNoteMotivation motivation)
{
  static const char *const words[DEM_N_NOTE_MOTIVATIONS] = { N_ ("Comment"),    N_ ("Tags"),   N_ ("Question"),
                                                             N_ ("Assessment"), N_ ("Answer"), N_ ("Note") };

  g_return_val_if_fail (motivation < DEM_N_NOTE_MOTIVATIONS, NULL);

  return _ (words[motivation]);
}
