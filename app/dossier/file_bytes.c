/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/file_bytes.h"

#include "app/dossier/loader.h"

#include <glib/gi18n-lib.h>

#define PIECE (1024 * 1024)

char *
dem_file_dup_name (GFile *file)
{
  g_autofree char *basename = g_file_get_basename (file);

  return g_filename_display_name (basename != NULL ? basename : "?");
}

/* Puts a sentence with the file's name around what the system said. Always FALSE. */
static gboolean
fail (GFile *file, GError *said, GError **error)
{
  g_autofree char *name = dem_file_dup_name (file);

  if (g_error_matches (said, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, said);
      return FALSE;
    }
  if (g_error_matches (said, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_UNREADABLE,
                 _ ("There is no file “%s”. Was it moved or renamed?"), name);
  else
    g_set_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_UNREADABLE, _ ("“%s” can’t be read: %s."), name,
                 said->message);
  g_error_free (said);
  return FALSE;
}

static gboolean
fail_too_large (GFile *file, GError **error)
{
  g_autofree char *name = dem_file_dup_name (file);

  g_set_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_UNREADABLE,
               _ ("“%s” is larger than can be read. Split it."), name);
  return FALSE;
}

/* Opening a pipe would wait for its writer, so the kind is looked at first. */
static gboolean
check_kind (GFile *file, guint64 max, guint64 *size, GCancellable *cancellable, GError **error)
{
  GError *said = NULL;
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, cancellable, &said);
  g_autofree char *name = dem_file_dup_name (file);

  if (info == NULL)
    return fail (file, said, error);
  *size = (guint64) g_file_info_get_size (info);
  if (*size > max)
    return fail_too_large (file, error);
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return TRUE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_UNREADABLE,
                 _ ("“%s” is a folder. Open a dossier inside it."), name);
  else
    g_set_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_UNREADABLE,
                 _ ("“%s” is not a regular file, so no dossier can be in it."), name);
  return FALSE;
}

typedef struct
{
  char *bytes;
  gsize size;
  gsize capacity;
} Buffer;

static gboolean
make_room (Buffer *buffer)
{
  gsize capacity = buffer->capacity * 2;
  char *larger;

  if (buffer->size < buffer->capacity)
    return TRUE;
  larger = g_try_realloc (buffer->bytes, capacity);
  if (larger == NULL)
    return FALSE;
  buffer->bytes = larger;
  buffer->capacity = capacity;
  return TRUE;
}

/* Reads one piece more; *got is 0 at the end. */
static gboolean
read_piece (GInputStream *stream, Buffer *buffer, gssize *got, GCancellable *cancellable, GError **said)
{
  if (!make_room (buffer))
    {
      g_set_error_literal (said, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("there is not enough memory"));
      return FALSE;
    }
  *got = g_input_stream_read (stream, buffer->bytes + buffer->size,
                              MIN (PIECE, buffer->capacity - buffer->size), cancellable, said);
  buffer->size += (gsize) MAX (*got, 0);
  return *got >= 0;
}

GBytes *
dem_file_bytes_read (
    GFile *file, guint64 max, int *per_mille, int share, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  GError *said = NULL;
  Buffer buffer = { NULL, 0, 0 };
  guint64 expected = 0;
  gssize got;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_kind (file, max, &expected, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, &said);
  if (stream == NULL)
    {
      fail (file, said, error);
      return NULL;
    }
  /* One byte more than expected, so that the end is seen without growing. */
  buffer.capacity = (gsize) expected + 1;
  buffer.bytes = g_try_malloc (buffer.capacity);
  do
    {
      if (buffer.bytes == NULL || buffer.size > max
          || !read_piece (G_INPUT_STREAM (stream), &buffer, &got, cancellable, &said))
        {
          g_free (buffer.bytes);
          if (said != NULL)
            fail (file, said, error);
          else
            fail_too_large (file, error);
          return NULL;
        }
      g_atomic_int_set (per_mille, (int) ((guint64) share * MIN (buffer.size, expected) / MAX (expected, 1)));
    }
  while (got > 0);
  return g_bytes_new_take (buffer.bytes, buffer.size);
}
