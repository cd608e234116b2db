/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A language made up for a test: a catalogue in the format of GNU gettext ("The Format of GNU MO Files" in its manual),
 * written to a folder of its own and used until it is freed. */

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

typedef struct
{
  const char *id; /* context, \004, text */
  const char *text;
} CatalogueEntry;

typedef struct
{
  char *folder, *language, *messages, *file;
} Catalogue;

/* Another language is only looked for when a domain is bound anew. */
static void
catalogue_bind (const char *folder, const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static void
catalogue_append_string (GByteArray *file, guint32 *table, GString *strings, guint32 strings_at, const char *string)
{
  table[0] = (guint32) strlen (string);
  table[1] = strings_at + (guint32) strings->len;
  g_string_append_len (strings, string, (gssize) strlen (string) + 1);
  g_byte_array_append (file, (const guint8 *) table, 2 * sizeof (guint32));
}

/* The entries must be sorted by their ids; before all of them stands what says in which encoding they are. */
static void
catalogue_write (const char *path, const CatalogueEntry *entries, guint n)
{
  static const CatalogueEntry head = { "", "Content-Type: text/plain; charset=UTF-8\n" };
  guint32 header[7] = { 0x950412de, 0, n + 1, sizeof header, (guint32) (sizeof header + 8 * (n + 1)), 0, 0 };
  guint32 strings_at = (guint32) (sizeof header + 16 * (n + 1)), table[2];
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GString) strings = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_byte_array_append (file, (const guint8 *) header, sizeof header);
  catalogue_append_string (file, table, strings, strings_at, head.id);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (i > 0 ? entries[i - 1].id : "", <, entries[i].id);
      catalogue_append_string (file, table, strings, strings_at, entries[i].id);
    }
  catalogue_append_string (file, table, strings, strings_at, head.text);
  for (guint i = 0; i < n; i++)
    catalogue_append_string (file, table, strings, strings_at, entries[i].text);
  g_byte_array_append (file, (const guint8 *) strings->str, (guint) strings->len);
  g_file_set_contents (path, (const char *) file->data, (gssize) file->len, &error);
  g_assert_no_error (error);
}

/* Whether the C library translates at all: since glibc 2.39 it does not where the language is C.UTF-8, and a bare system has
 * no other. The test is skipped then. */
G_GNUC_UNUSED static gboolean
catalogue_is_heeded (const CatalogueEntry *entry)
{
  if (g_strcmp0 (dgettext (GETTEXT_PACKAGE, entry->id), entry->text) == 0)
    return TRUE;
  g_test_skip ("the C library translates nothing in this locale");
  return FALSE;
}

G_GNUC_UNUSED static Catalogue *
catalogue_use (const char *language, const CatalogueEntry *entries, guint n)
{
  Catalogue *catalogue = g_new0 (Catalogue, 1);

  catalogue->folder = g_dir_make_tmp ("demarche-catalogue-XXXXXX", NULL);
  catalogue->language = g_build_filename (catalogue->folder, language, NULL);
  catalogue->messages = g_build_filename (catalogue->language, "LC_MESSAGES", NULL);
  catalogue->file = g_build_filename (catalogue->messages, GETTEXT_PACKAGE ".mo", NULL);
  g_assert_cmpint (g_mkdir_with_parents (catalogue->messages, 0700), ==, 0);
  catalogue_write (catalogue->file, entries, n);
  catalogue_bind (catalogue->folder, language);
  return catalogue;
}

G_GNUC_UNUSED static void
catalogue_free (Catalogue *catalogue)
{
  catalogue_bind (g_get_tmp_dir (), "C");
  g_remove (catalogue->file);
  g_rmdir (catalogue->messages);
  g_rmdir (catalogue->language);
  g_rmdir (catalogue->folder);
  g_free (catalogue->file);
  g_free (catalogue->messages);
  g_free (catalogue->language);
  g_free (catalogue->folder);
  g_free (catalogue);
}

/* Call this first. GLib looks once whether there is a catalogue, and translates nothing ever after if there is none. */
G_GNUC_UNUSED static void
catalogue_init (void)
{
  Catalogue *catalogue;

  setlocale (LC_ALL, "C.UTF-8");
  textdomain (GETTEXT_PACKAGE);
  catalogue = catalogue_use ("en", NULL, 0);
  g_dgettext (GETTEXT_PACKAGE, "anything");
  catalogue_free (catalogue);
}
