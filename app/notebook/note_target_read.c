/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/note_reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/notebook/note_private.h"

/* The target of an annotation becomes one of ours. What says more than we would write keeps its JSON. */

/* ---- Fragments: "actor=china" ---- */

static gboolean
is_sound (const DemNoteTarget *target)
{
  const char *text = dem_note_target_get_text (target);
  DemEdtf when;
  double latitude, longitude;
  const char *slash = strrchr (text, '/');

  switch (dem_note_target_get_kind (target))
    {
    case DEM_TARGET_TIME:
      return dem_edtf_parse (text, &when, NULL);
    case DEM_TARGET_PLACE:
      return dem_note_target_get_place (target, &latitude, &longitude);
    case DEM_TARGET_QUESTION:
    case DEM_TARGET_PARAGRAPH:
      return slash != NULL && slash > text && g_ascii_string_to_unsigned (slash + 1, 10, 1, G_MAXUINT, NULL, NULL);
    default:
      return *text != '\0';
    }
}

/* NULL, told, when it is not one that is known. */
static DemNoteTarget *
read_fragment (DemNoteReader *reader, guint selector)
{
  g_autoptr (DemNoteTarget) target = NULL;
  guint token = dem_note_reader_get (reader, selector, "value", DEM_JSON_STRING);
  g_autofree char *value = dem_note_reader_dup_string (reader, token);
  const char *equals = value != NULL ? strchr (value, '=') : NULL;
  g_autofree char *text = equals != NULL ? g_uri_unescape_string (equals + 1, NULL) : NULL;
  DemTargetKind kind = equals != NULL ? dem_target_kind_find (value, (gsize) (equals - value)) : DEM_TARGET_UNKNOWN;

  if (text != NULL && kind != DEM_TARGET_UNKNOWN && g_utf8_validate (text, -1, NULL))
    target = dem_note_target_new (kind, text);
  if (target != NULL && is_sound (target))
    return g_steal_pointer (&target);
  dem_note_reader_warn (reader, token != DEM_JSON_NO_TOKEN ? token : selector, "unknown-target",
                        _ ("A note can be about actor=, pair=, relation=, event=, claim=, inference=, source=, "
                           "paragraph=, question=, scenario=, stop=, t= or geo=. This is kept, but leads nowhere."));
  return NULL;
}

/* ---- Passages ---- */

static gint64
read_position (DemNoteReader *reader, guint selector, const char *name)
{
  guint token = dem_note_reader_get (reader, selector, name, DEM_JSON_NUMBER);
  double number = token != DEM_JSON_NO_TOKEN ? dem_json_tape_number (reader->tape, token) : -1;

  return number >= 0 && number <= G_MAXINT32 ? (gint64) number : -1;
}

static void
clear_quote (DemQuote *quote)
{
  g_free (quote->exact);
  g_free (quote->prefix);
  g_free (quote->suffix);
}

/* What a selector adds to what is known of a passage; TRUE when that is all it says. */
static gboolean
read_quote_selector (DemNoteReader *reader, guint token, DemQuote *quote)
{
  static const char *const of_quote[] = { "type", "exact", "prefix", "suffix", NULL };
  static const char *const of_position[] = { "type", "start", "end", NULL };
  g_autofree char *others = NULL;
  guint type;

  if (dem_json_tape_type (reader->tape, token) != DEM_JSON_OBJECT)
    return FALSE;
  type = dem_json_tape_find (reader->tape, token, "type");
  if (dem_note_reader_says (reader, type, "TextQuoteSelector") && quote->exact == NULL)
    {
      quote->exact = dem_note_reader_dup_member (reader, token, "exact");
      quote->prefix = dem_note_reader_dup_member (reader, token, "prefix");
      quote->suffix = dem_note_reader_dup_member (reader, token, "suffix");
      others = dem_note_reader_dup_others (reader, token, of_quote);
      return others == NULL;
    }
  if (dem_note_reader_says (reader, type, "TextPositionSelector") && quote->start < 0)
    {
      quote->start = read_position (reader, token, "start");
      quote->end = read_position (reader, token, "end");
      others = dem_note_reader_dup_others (reader, token, of_position);
      return others == NULL && quote->start >= 0 && quote->end >= quote->start;
    }
  return FALSE;
}

/* The same of one selector or a list of them. */
static gboolean
read_quote (DemNoteReader *reader, guint token, DemQuote *quote)
{
  const DemJsonTape *tape = reader->tape;
  gboolean is_all = TRUE;

  if (token == DEM_JSON_NO_TOKEN)
    return TRUE;
  if (dem_json_tape_type (tape, token) != DEM_JSON_ARRAY)
    return read_quote_selector (reader, token, quote);
  for (guint i = token + 1; i < dem_json_tape_end (tape, token); i = dem_json_tape_next (tape, i))
    is_all &= read_quote_selector (reader, i, quote);
  return is_all;
}

/* ---- Selectors ---- */

static gboolean
is_our_fragment (DemNoteReader *reader, guint token)
{
  const DemJsonTape *tape = reader->tape;

  return dem_json_tape_type (tape, token) == DEM_JSON_OBJECT
         && dem_note_reader_says (reader, dem_json_tape_find (tape, token, "type"), "FragmentSelector")
         && dem_note_reader_says (reader, dem_json_tape_find (tape, token, "conformsTo"), DEM_FRAGMENT_SYNTAX);
}

/* The one of ours among selectors that all select the same. */
static guint
find_fragment (DemNoteReader *reader, guint selector)
{
  const DemJsonTape *tape = reader->tape;

  if (dem_json_tape_type (tape, selector) != DEM_JSON_ARRAY)
    return is_our_fragment (reader, selector) ? selector : DEM_JSON_NO_TOKEN;
  for (guint i = selector + 1; i < dem_json_tape_end (tape, selector); i = dem_json_tape_next (tape, i))
    if (is_our_fragment (reader, i))
      return i;
  return DEM_JSON_NO_TOKEN;
}

static DemNoteTarget *
with_quote (DemNoteTarget *target, DemQuote *quote)
{
  DemNoteTarget *quoted = target;

  if (quote->exact != NULL)
    {
      quoted = dem_note_target_with_quote (target, quote);
      dem_note_target_unref (target);
    }
  clear_quote (quote);
  return quoted;
}

/* @is_all: (out): nothing was said that we would not write ourselves */
static DemNoteTarget *
read_selected (DemNoteReader *reader, guint object, guint fragment, gboolean *is_all)
{
  static const char *const of_fragment[] = { "type", "conformsTo", "value", "refinedBy", NULL };
  DemNoteTarget *target = read_fragment (reader, fragment);
  DemQuote quote = { .start = -1, .end = -1 };
  guint doubtful = dem_note_reader_get (reader, object, "demarche:doubtful", DEM_JSON_TRUE);
  g_autofree char *others = dem_note_reader_dup_others (reader, fragment, of_fragment);
  guint refined = dem_json_tape_find (reader->tape, fragment, "refinedBy");

  if (target == NULL)
    return NULL;
  *is_all = read_quote (reader, refined, &quote) && others == NULL
            && (quote.exact != NULL) == (refined != DEM_JSON_NO_TOKEN);
  quote.is_doubtful
      = doubtful != DEM_JSON_NO_TOKEN && dem_json_tape_type (reader->tape, doubtful) == DEM_JSON_TRUE;
  return with_quote (target, &quote);
}

/* ---- Targets ---- */

/* Where it is: the address itself, that of its source, its own. */
static char *
read_address (DemNoteReader *reader, guint token)
{
  static const char *const members[] = { "source", "id" };

  for (guint i = 0; i < G_N_ELEMENTS (members) && dem_json_tape_type (reader->tape, token) == DEM_JSON_OBJECT; i++)
    {
      guint found = dem_json_tape_find (reader->tape, token, members[i]);

      if (found != DEM_JSON_NO_TOKEN)
        return read_address (reader, found);
    }
  return dem_note_reader_dup_string (reader, token);
}

static DemNoteTarget *
read_of_dossier (DemNoteReader *reader, guint object, guint selector, gboolean *is_all)
{
  guint fragment;

  if (selector == DEM_JSON_NO_TOKEN)
    {
      *is_all = FALSE; /* we would write the address alone */
      return dem_note_target_new (DEM_TARGET_DOSSIER, NULL);
    }
  fragment = find_fragment (reader, selector);
  if (fragment == DEM_JSON_NO_TOKEN)
    return NULL;
  *is_all = fragment == selector;
  return read_selected (reader, object, fragment, is_all);
}

/* Whatever is not of the dossier: a passage of a text, if words are told, or something not known. */
static DemNoteTarget *
read_foreign (DemNoteReader *reader, guint selector, const char *address)
{
  DemQuote quote = { .start = -1, .end = -1 };

  if (selector != DEM_JSON_NO_TOKEN)
    read_quote (reader, selector, &quote);
  return with_quote (
      dem_note_target_new (quote.exact != NULL ? DEM_TARGET_QUOTE : DEM_TARGET_UNKNOWN, address), &quote);
}

DemNoteTarget *
dem_note_reader_read_target (DemNoteReader *reader, guint token)
{
  static const char *const ours[] = { "source", "selector", "demarche:doubtful", NULL };
  gboolean is_object = dem_json_tape_type (reader->tape, token) == DEM_JSON_OBJECT;
  g_autofree char *address = read_address (reader, token);
  g_autofree char *others = is_object ? dem_note_reader_dup_others (reader, token, ours) : NULL;
  gboolean is_of_dossier = g_strcmp0 (address, reader->dossier_id) == 0;
  guint selector = is_object ? dem_json_tape_find (reader->tape, token, "selector") : DEM_JSON_NO_TOKEN;
  gboolean is_all = !is_object;
  DemNoteTarget *target = NULL;

  if (is_of_dossier && !is_object)
    return dem_note_target_new (DEM_TARGET_DOSSIER, NULL);
  if (is_of_dossier)
    target = read_of_dossier (reader, token, selector, &is_all);
  if (target == NULL)
    {
      is_all = FALSE;
      target = read_foreign (reader, selector, address != NULL ? address : "");
    }
  if (!is_all || others != NULL)
    target->json = dem_note_reader_dup_json (reader, token);
  return target;
}
