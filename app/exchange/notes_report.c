/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/notes_export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/argument/outline.h"
#include "app/exchange/outline_markdown.h"
#include "app/notebook/note_sort.h"

typedef struct
{
  GString *text;
  DemDossier *dossier;
  DemNotesExportFlags flags;
  char *heading; /* key of the last one */
} Report;

guint32 *
dem_notes_list_claims (DemDossier *dossier, guint *n)
{
  g_autoptr (DemOutline) outline = NULL;
  guint32 *claims;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier) && n != NULL, NULL);

  outline = dem_outline_new (dossier, DEM_NO_INDEX);
  *n = dem_outline_get_n_nodes (outline);
  claims = g_new (guint32, *n + 1);
  for (guint i = 0; i < *n; i++)
    claims[i] = dem_outline_get_node (outline, i)->claim;
  return claims;
}

/* ---- Text ---- */

/* Whether what follows in a link leads where nobody should be led: only web pages and mail are let through. */
static gboolean
is_bad_address (const char *p)
{
  static const char *const allowed[] = { "http", "https", "mailto" };
  gsize length = 0;

  p += strspn (p, " \t\r\n<");
  while (g_ascii_isalnum (p[length]) || (p[length] != '\0' && strchr ("+.-&;#", p[length]) != NULL))
    length++;
  if (length == 0 || p[length] != ':')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    if (strlen (allowed[i]) == length && g_ascii_strncasecmp (p, allowed[i], length) == 0)
      return FALSE;
  return TRUE;
}

/* A line that makes a heading: it begins with # or =, or the one before gets one by a line of dashes. */
static gboolean
makes_heading (const char *line)
{
  gsize n = strspn (line, "- \t");

  return *line == '#' || *line == '=' || (*line == '-' && (line[n] == '\n' || line[n] == '\r' || line[n] == '\0'));
}

/* A note's own headings would be taken for the report's, and HTML for markup; everything else stays Markdown. Links lead to
 * web pages and mail only. */
static void
add_markdown (GString *text, const char *note)
{
  gboolean at_start = TRUE;

  for (const char *p = note; *p != '\0'; p++)
    {
      if (at_start && makes_heading (p))
        g_string_append_c (text, '\\');
      else if (*p == '<' && (g_ascii_isalpha (p[1]) || strchr ("/!?", p[1]) != NULL) && p[1] != '\0')
        g_string_append_c (text, '\\');
      else if (p > note && p[-1] == ']' && (*p == '(' || *p == ':') && is_bad_address (p + 1))
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
      at_start = *p == '\n' || (at_start && *p == ' ');
    }
  g_string_append (text, "\n\n");
}

/* ---- Headings ---- */

/* The first target that the dossier has; NULL for a note that has lost all. */
static const DemNoteTarget *
find_target (const DemNote *note, DemDossier *dossier)
{
  GPtrArray *targets = dem_note_get_targets (note);

  for (guint i = 0; i < targets->len; i++)
    if (dem_note_target_exists (targets->pdata[i], dossier))
      return targets->pdata[i];
  return NULL;
}

static void
add_heading (Report *self, const DemNoteTarget *target)
{
  const char *key = target != NULL ? dem_note_target_get_key (target) : "";
  g_autofree char *name = NULL;

  if (g_strcmp0 (self->heading, key) == 0)
    return;
  g_free (self->heading);
  self->heading = g_strdup (key);
  if (target == NULL)
    {
      g_string_append_printf (self->text, "## %s\n\n", _ ("On what the dossier does not have"));
      return;
    }
  name = dem_note_target_dup_name (target, self->dossier);
  g_string_append_printf (self->text, "## %s: ", dem_target_kind_get_word (dem_note_target_get_kind (target)));
  dem_markdown_add_text (self->text, name);
  g_string_append (self->text, "\n\n");
}

/* ---- Notes ---- */

static void
add_quote (Report *self, const DemNoteTarget *target)
{
  const DemQuote *quote = dem_note_target_get_quote (target);

  if (quote == NULL)
    return;
  g_string_append (self->text, "> ");
  dem_markdown_add_text (self->text, quote->exact);
  g_string_append (self->text, "\n\n");
}

/* What else the note is about, or what it was about. */
static void
add_others (Report *self, const DemNote *note, const DemNoteTarget *shown)
{
  GPtrArray *targets = dem_note_get_targets (note);

  for (guint i = 0; i < targets->len; i++)
    {
      g_autofree char *name = NULL;

      if (targets->pdata[i] == shown)
        continue;
      name = dem_note_target_dup_name (targets->pdata[i], self->dossier);
      g_string_append_printf (self->text, "- %s: ",
                              dem_target_kind_get_word (dem_note_target_get_kind (targets->pdata[i])));
      dem_markdown_add_text (self->text, name);
      g_string_append_c (self->text, '\n');
    }
  if (targets->len > (shown != NULL))
    g_string_append_c (self->text, '\n');
}

static void
add_signature (Report *self, const DemNote *note)
{
  g_autoptr (GDateTime) created = g_date_time_to_local (dem_note_get_created (note));
  g_autofree char *date = g_date_time_format (created, "%x");
  const char *const *tags = dem_note_get_tags (note);

  g_string_append_c (self->text, '(');
  if ((self->flags & DEM_NOTES_EXPORT_AUTHORS) != 0 && dem_note_get_creator (note) != NULL)
    {
      dem_markdown_add_text (self->text, dem_note_get_creator (note));
      g_string_append (self->text, ", ");
    }
  dem_markdown_add_text (self->text, date);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_string_append (self->text, ", ");
      dem_markdown_add_text (self->text, tags[i]);
    }
  if (dem_note_is_private (note))
    g_string_append_printf (self->text, ", %s", _ ("private"));
  g_string_append (self->text, ")\n\n");
}

static void
add_note (Report *self, const DemNote *note)
{
  const DemNoteTarget *target = find_target (note, self->dossier);

  add_heading (self, target);
  if (target != NULL)
    add_quote (self, target);
  add_markdown (self->text, dem_note_get_text (note));
  add_others (self, note, target);
  add_signature (self, note);
}

/* ---- The report ---- */

/* Those that may leave, in order. */
static GPtrArray *
list_notes (GListModel *notes, DemDossier *dossier, DemNoteOrder order, DemNotesExportFlags flags)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree guint32 *claims = NULL;
  g_autoptr (GArray) ranks = NULL;
  guint n;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (notes, i);

      if (!dem_note_is_private (note) || (flags & DEM_NOTES_EXPORT_PRIVATE) != 0)
        g_ptr_array_add (list, g_steal_pointer (&note));
    }
  claims = dem_notes_list_claims (dossier, &n);
  ranks = dem_note_sort_rank_claims (dossier, claims, n);
  g_ptr_array_sort (list, dem_note_compare_pointers);
  dem_note_sort (list, dossier, order, (const guint32 *) (void *) ranks->data);
  return list;
}

char *
dem_notes_to_markdown (GListModel *notes, DemDossier *dossier, DemNoteOrder order, DemNotesExportFlags flags)
{
  g_autoptr (GPtrArray) list = NULL;
  Report self = { .dossier = dossier, .flags = flags };

  g_return_val_if_fail (G_IS_LIST_MODEL (notes) && DEM_IS_DOSSIER (dossier), NULL);

  self.text = g_string_new ("# ");
  dem_markdown_add_text (self.text, dem_dossier_get_title (dossier));
  g_string_append (self.text, "\n\n");
  list = list_notes (notes, dossier, order, flags);
  if (list->len == 0)
    g_string_append_printf (self.text, "%s\n", _ ("There are no notes."));
  for (guint pass = 0; pass < 2; pass++) /* orphans last */
    for (guint i = 0; i < list->len; i++)
      if (dem_note_is_orphan (list->pdata[i], dossier) == (pass == 1))
        add_note (&self, list->pdata[i]);
  g_free (self.heading);
  return g_string_free (self.text, FALSE);
}
