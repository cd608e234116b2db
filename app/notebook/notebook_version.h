/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/notebook_content.h"

G_BEGIN_DECLS

/**
 * DemNotebookVersion:
 * @content: what is in it
 * @hash: (nullable): of the file's bytes; %NULL for one that is not in the file (any more)
 *
 * What was once in a notebook's file. Immutable, shared between threads.
 */
typedef struct
{
  DemNotebookContent *content;
  char *hash;
} DemNotebookVersion;

/* Takes the content. (transfer full) */
DemNotebookVersion *dem_notebook_version_new (DemNotebookContent *content, const char *hash);
DemNotebookVersion *dem_notebook_version_ref (DemNotebookVersion *self);
void dem_notebook_version_unref (DemNotebookVersion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemNotebookVersion, dem_notebook_version_unref)

/**
 * DemNotebookHistory:
 *
 * The versions of a file that this run has seen, so that one which was made elsewhere is compared with what
 * it comes from and not with what was saved here meanwhile: each version has an identifier and names those
 * that it comes from. Bounded: the oldest go.
 */
typedef struct _DemNotebookHistory DemNotebookHistory;

DemNotebookHistory *dem_notebook_history_new (void);

/* One with the same versions, for another thread. (transfer full) */
DemNotebookHistory *dem_notebook_history_copy (const DemNotebookHistory *self);
void dem_notebook_history_free (DemNotebookHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemNotebookHistory, dem_notebook_history_free)

/* Takes the version, which is the latest then. */
void dem_notebook_history_add (DemNotebookHistory *self, DemNotebookVersion *version);

/* (nullable) (transfer none): %NULL when nothing was ever seen */
DemNotebookVersion *dem_notebook_history_get_latest (const DemNotebookHistory *self);

/**
 * dem_notebook_history_find_base:
 *
 * What a version from elsewhere and ours have in common: the newest that it comes from and that was seen
 * here. One that says nothing of where it comes from was made of the latest, by hand or by another program;
 * one that ours comes from has nothing new.
 *
 * Returns: (nullable) (transfer none): %NULL when they have nothing in common
 */
const DemNotebookContent *dem_notebook_history_find_base (const DemNotebookHistory *self,
                                                          const DemNotebookContent *theirs);

/* Gives content that is about to be written a new identifier, and names what it comes from: the latest
 * version and, if it was merged with it, @theirs (nullable). */
void dem_notebook_history_sign (const DemNotebookHistory *self,
                                DemNotebookContent *content,
                                const DemNotebookContent *theirs);

G_END_DECLS
