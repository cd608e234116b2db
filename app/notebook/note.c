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
  g_free (self->colour_json);
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

GPtrArray *
dem_note_targets_copy (GPtrArray *targets)
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
  self->targets = dem_note_targets_copy (targets);
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
dem_note_compare_pointers (gconstpointer a, gconstpointer b)
{
  return dem_note_compare (*(DemNote *const *) a, *(DemNote *const *) b);
}

int
dem_note_compare (const DemNote *a, const DemNote *b)
{
  int order;

  g_return_val_if_fail (DEM_IS_NOTE (NOTE (a)) && DEM_IS_NOTE (NOTE (b)), 0);

  order = g_date_time_compare (a->created, b->created);
  return order != 0 ? order : strcmp (a->id, b->id);
}

gboolean
dem_note_targets_equal (GPtrArray *a, GPtrArray *b)
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
             && dem_note_targets_equal (a->targets, b->targets) && a->colour == b->colour
             && g_strcmp0 (a->colour_json, b->colour_json) == 0
             && a->is_private == b->is_private);
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
