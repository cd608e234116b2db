/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/note_merge.h"

#include "app/notebook/note_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- Parts ---- */

/* The text that has all that was written, or NULL when neither of them has. */
static const char *
merge_texts (DemNote *base, DemNote *mine, DemNote *theirs)
{
  const char *ours = dem_note_get_text (mine), *other = dem_note_get_text (theirs);
  const char *before = base != NULL ? dem_note_get_text (base) : NULL;

  if (g_strcmp0 (before, other) == 0)
    return ours;
  if (g_strcmp0 (before, ours) == 0)
    return other;
  if (strstr (ours, other) != NULL)
    return ours;
  return strstr (other, ours) != NULL ? other : NULL;
}

/* Whether a side has taken a tag away. */
static gboolean
is_untagged (DemNote *base, DemNote *side, const char *tag)
{
  return base != NULL && dem_note_has_tag (base, tag) && !dem_note_has_tag (side, tag);
}

static void
add_tags (GStrvBuilder *builder, DemNote *base, DemNote *from, DemNote *other)
{
  const char *const *tags = dem_note_get_tags (from);

  for (guint i = 0; tags[i] != NULL; i++)
    if (!is_untagged (base, other, tags[i]))
      g_strv_builder_add (builder, tags[i]);
}

static GStrv
merge_tags (DemNote *base, DemNote *mine, DemNote *theirs)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  add_tags (builder, base, mine, theirs);
  add_tags (builder, base, theirs, mine);
  return g_strv_builder_end (builder);
}

static gboolean
has_same_targets (DemNote *a, DemNote *b)
{
  GPtrArray *first = dem_note_get_targets (a), *second = dem_note_get_targets (b);

  if (first->len != second->len)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    if (!dem_note_target_equal (first->pdata[i], second->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_same_rest (DemNote *a, DemNote *b)
{
  return g_strcmp0 (a->creator_json, b->creator_json) == 0
         && g_strcmp0 (a->text_members, b->text_members) == 0
         && g_strcmp0 (a->motivation_json, b->motivation_json) == 0 && a->motivation == b->motivation
         && g_strcmp0 (a->bodies, b->bodies) == 0 && g_strcmp0 (a->members, b->members) == 0;
}

/* ---- Notes ---- */

/* Takes @note and gives another. */
static DemNote *
become (DemNote *note, DemNote *other)
{
  g_object_unref (note);
  return other;
}

static DemNote *
take_parts (DemNote *merged, DemNote *base, DemNote *mine, DemNote *theirs)
{
  gboolean is_same_colour = dem_note_get_colour (mine) == dem_note_get_colour (base);
  gboolean is_same_privacy = dem_note_is_private (mine) == dem_note_is_private (base);
  gboolean is_same_creator = g_strcmp0 (dem_note_get_creator (mine), dem_note_get_creator (base)) == 0;
  DemNote *of_colour = is_same_colour ? theirs : mine, *of_privacy = is_same_privacy ? theirs : mine;
  DemNote *of_creator = is_same_creator ? theirs : mine;
  DemNote *of_targets = has_same_targets (base, mine) ? theirs : mine;

  merged = become (merged, dem_note_with_colour (merged, dem_note_get_colour (of_colour)));
  merged = become (merged, dem_note_with_private (merged, dem_note_is_private (of_privacy)));
  if (g_strcmp0 (dem_note_get_creator (merged), dem_note_get_creator (of_creator)) != 0)
    merged = become (merged, dem_note_with_creator (merged, dem_note_get_creator (of_creator)));
  if (!has_same_targets (merged, of_targets))
    merged = become (merged, dem_note_with_targets (merged, dem_note_get_targets (of_targets)));
  return merged;
}

DemNote *
dem_note_merge (DemNote *base, DemNote *mine, DemNote *theirs, gboolean *has_both_texts)
{
  const char *text = merge_texts (base, mine, theirs);
  g_auto (GStrv) tags = merge_tags (base, mine, theirs);
  DemNote *merged;

  /* What other programs have added is not taken apart. */
  merged = g_object_ref (base != NULL && has_same_rest (base, mine) ? theirs : mine);
  merged = become (merged, dem_note_with_text (merged, text != NULL ? text : dem_note_get_text (mine)));
  merged = become (merged, dem_note_with_tags (merged, (const char *const *) tags));
  merged = take_parts (merged, base != NULL ? base : theirs, mine, theirs);
  *has_both_texts = text != NULL;
  return merged;
}

/* An UUID of version 8, RFC 9562, 5.8. */
static char *
make_id (DemNote *note)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_update (checksum, (const guchar *) dem_note_get_id (note), -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) dem_note_get_text (note), -1);
  g_checksum_get_digest (checksum, digest, &size);
  digest[6] = (digest[6] & 0x0f) | 0x80;
  digest[8] = (digest[8] & 0x3f) | 0x80;
  return g_strdup_printf ("urn:uuid:%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          digest[0], digest[1], digest[2], digest[3], digest[4], digest[5], digest[6],
                          digest[7], digest[8], digest[9], digest[10], digest[11], digest[12], digest[13],
                          digest[14], digest[15]);
}

DemNote *
dem_note_set_beside (DemNote *note)
{
  g_autofree char *id = make_id (note);
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autoptr (DemNote) other = dem_note_with_id (note, id);

  g_strv_builder_addv (tags, (const char **) dem_note_get_tags (note));
  /* Translators: the tag of a note that was changed on two machines at once; the other version is beside it
   */
  g_strv_builder_add (tags, _ ("changed elsewhere"));
  all = g_strv_builder_end (tags);
  return dem_note_with_tags (other, (const char *const *) all);
}
