/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/notebook_version.h"

/* How many versions are remembered with their content, and how many are named in a file. */
#define MOST_VERSIONS 100
#define MOST_ANCESTORS 100

struct _DemNotebookHistory
{
  GPtrArray *versions; /* DemNotebookVersion, oldest first */
};

/* ---- Versions ---- */

DemNotebookVersion *
dem_notebook_version_new (DemNotebookContent *content, const char *hash)
{
  DemNotebookVersion *self;

  g_return_val_if_fail (content != NULL, NULL);

  self = g_atomic_rc_box_new0 (DemNotebookVersion);
  self->content = content;
  self->hash = g_strdup (hash);
  return self;
}

DemNotebookVersion *
dem_notebook_version_ref (DemNotebookVersion *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_version (gpointer data)
{
  DemNotebookVersion *self = data;

  dem_notebook_content_free (self->content);
  g_free (self->hash);
}

void
dem_notebook_version_unref (DemNotebookVersion *self)
{
  g_atomic_rc_box_release_full (self, clear_version);
}

/* ---- History ---- */

DemNotebookHistory *
dem_notebook_history_new (void)
{
  DemNotebookHistory *self = g_new0 (DemNotebookHistory, 1);

  self->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_notebook_version_unref);
  return self;
}

DemNotebookHistory *
dem_notebook_history_copy (const DemNotebookHistory *self)
{
  DemNotebookHistory *copy = dem_notebook_history_new ();

  for (guint i = 0; i < self->versions->len; i++)
    g_ptr_array_add (copy->versions, dem_notebook_version_ref (self->versions->pdata[i]));
  return copy;
}

void
dem_notebook_history_free (DemNotebookHistory *self)
{
  g_ptr_array_unref (self->versions);
  g_free (self);
}

void
dem_notebook_history_add (DemNotebookHistory *self, DemNotebookVersion *version)
{
  g_return_if_fail (version != NULL);

  if (self->versions->len == MOST_VERSIONS)
    g_ptr_array_remove_index (self->versions, 0);
  g_ptr_array_add (self->versions, version);
}

DemNotebookVersion *
dem_notebook_history_get_latest (const DemNotebookHistory *self)
{
  return self->versions->len > 0 ? self->versions->pdata[self->versions->len - 1] : NULL;
}

static const DemNotebookContent *
find_revision (const DemNotebookHistory *self, const char *revision)
{
  for (guint i = self->versions->len; i > 0; i--)
    {
      const DemNotebookVersion *version = self->versions->pdata[i - 1];

      if (g_strcmp0 (version->content->revision, revision) == 0)
        return version->content;
    }
  return NULL;
}

static const DemNotebookContent *
find_ancestor (const DemNotebookHistory *self, char *const *ancestors)
{
  const DemNotebookContent *found = NULL;

  for (guint i = 0; found == NULL && ancestors != NULL && ancestors[i] != NULL; i++)
    found = find_revision (self, ancestors[i]);
  return found;
}

const DemNotebookContent *
dem_notebook_history_find_base (const DemNotebookHistory *self, const DemNotebookContent *theirs)
{
  const DemNotebookVersion *latest = dem_notebook_history_get_latest (self);
  const DemNotebookContent *found;

  g_return_val_if_fail (theirs != NULL, NULL);

  if (latest == NULL)
    return NULL;
  if (theirs->revision == NULL)
    return latest->content;
  found = find_revision (self, theirs->revision);
  if (found != NULL)
    return found;
  if (latest->content->ancestors != NULL
      && g_strv_contains ((const char *const *) latest->content->ancestors, theirs->revision))
    return theirs;
  return find_ancestor (self, theirs->ancestors);
}

/* ---- Signing ---- */

static void
name_ancestor (GPtrArray *names, const char *revision)
{
  if (revision != NULL && names->len < MOST_ANCESTORS
      && !g_ptr_array_find_with_equal_func (names, revision, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (revision));
}

/* Those of both in turn, so that the newest of each come first. */
static void
name_older (GPtrArray *names, char *const *first, char *const *second)
{
  while ((first != NULL && *first != NULL) || (second != NULL && *second != NULL))
    {
      if (first != NULL && *first != NULL)
        name_ancestor (names, *first++);
      if (second != NULL && *second != NULL)
        name_ancestor (names, *second++);
    }
}

void
dem_notebook_history_sign (const DemNotebookHistory *self,
                           DemNotebookContent *content,
                           const DemNotebookContent *theirs)
{
  const DemNotebookVersion *latest = dem_notebook_history_get_latest (self);
  const DemNotebookContent *ours = latest != NULL ? latest->content : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (content != NULL);

  name_ancestor (names, ours != NULL ? ours->revision : NULL);
  name_ancestor (names, theirs != NULL ? theirs->revision : NULL);
  name_older (names, ours != NULL ? ours->ancestors : NULL, theirs != NULL ? theirs->ancestors : NULL);
  g_ptr_array_add (names, NULL);
  g_strfreev (content->ancestors);
  content->ancestors = (char **) g_ptr_array_steal (names, NULL);
  g_free (content->revision);
  content->revision = g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
}
