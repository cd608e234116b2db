/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/file_bytes.h"

#include "app/dossier/loader.h"

#include <glib/gi18n-lib.h>

#define PIECE (1024 * 1024)

#define ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE

/* A file that is written as fast as it is read would never end. */
#define MOST_GROWTH (64 * 1024 * 1024)

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

static gboolean
fail_growing (GFile *file, GError **error)
{
  g_autofree char *name = dem_file_dup_name (file);

  g_set_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_UNREADABLE,
               _ ("“%s” grows while it is read. Wait until it is complete."), name);
  return FALSE;
}

/* Opening a pipe would wait for its writer, so the kind is looked at first. */
static gboolean
check_kind (GFile *file, guint64 max, guint64 *size, char **etag, GCancellable *cancellable, GError **error)
{
  GError *said = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &said);
  g_autofree char *name = dem_file_dup_name (file);

  if (info == NULL)
    return fail (file, said, error);
  *size = (guint64) g_file_info_get_size (info);
  if (etag != NULL)
    *etag = g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE)); /* not all files have one */
  if (*size > max)
    return fail_too_large (file, error);
  switch (g_file_info_get_file_type (info))
    {
    case G_FILE_TYPE_REGULAR:
      return TRUE;
    case G_FILE_TYPE_DIRECTORY:
      g_set_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_UNREADABLE,
                   _ ("“%s” is a folder. Open a dossier inside it."), name);
      return FALSE;
    case G_FILE_TYPE_SYMBOLIC_LINK:
      g_set_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_UNREADABLE,
                   _ ("“%s” is a link to a file that is not there."), name);
      return FALSE;
    default:
      g_set_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_UNREADABLE,
                   _ ("“%s” is not a regular file, so no dossier can be in it."), name);
      return FALSE;
    }
}

typedef struct
{
  guint64 max;
  guint64 expected;
  int *per_mille;
  int share;
} Limits;

typedef struct
{
  char *bytes;
  gsize size;
  gsize capacity;
  gsize wanted; /* the next capacity */
} Buffer;

static gboolean
make_room (Buffer *buffer)
{
  char *larger;

  if (buffer->size < buffer->capacity)
    return TRUE;
  larger = g_try_realloc (buffer->bytes, buffer->wanted);
  if (larger == NULL)
    return FALSE;
  buffer->bytes = larger;
  buffer->capacity = buffer->wanted;
  buffer->wanted *= 2;
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

/* Reads to the end; FALSE with an error that is told. */
static gboolean
read_all (GFile *file,
          GInputStream *stream,
          Buffer *buffer,
          const Limits *limits,
          GCancellable *cancellable,
          GError **error)
{
  GError *said = NULL;
  gssize got;

  do
    {
      if (buffer->size > limits->max)
        return fail_too_large (file, error);
      if (buffer->size > limits->expected + MAX (limits->expected, MOST_GROWTH))
        return fail_growing (file, error);
      if (!read_piece (stream, buffer, &got, cancellable, &said))
        return fail (file, said, error);
      g_atomic_int_set (
          limits->per_mille,
          (int) ((guint64) limits->share * MIN (buffer->size, limits->expected) / MAX (limits->expected, 1)));
    }
  while (got > 0);
  return TRUE;
}

GBytes *
dem_file_bytes_read (GFile *file, guint64 max, int *per_mille, int share, char **etag, GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  GError *said = NULL;
  Limits limits = { .max = max, .per_mille = per_mille, .share = share };
  Buffer buffer = { NULL, 0, 0 };

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_kind (file, max, &limits.expected, etag, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, &said);
  if (stream == NULL)
    {
      fail (file, said, error);
      return NULL;
    }
  /* One byte more than expected, so that the end is seen without growing. */
  buffer.wanted = (gsize) limits.expected + 1;
  if (!read_all (file, G_INPUT_STREAM (stream), &buffer, &limits, cancellable, error))
    {
      g_free (buffer.bytes);
      return NULL;
    }
  return g_bytes_new_take (buffer.bytes, buffer.size);
}
