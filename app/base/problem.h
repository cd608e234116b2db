/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  DEM_SEVERITY_WARNING,
  DEM_SEVERITY_ERROR,
} DemSeverity;

/**
 * DemProblem:
 * @severity: an error keeps a file from opening, a warning does not
 * @code: stable short name, such as "dangling-reference"; static
 * @message: a sentence for a person, translated: the fault and the remedy
 * @item: (nullable): id of the item concerned
 * @pointer: JSON pointer (RFC 6901) of the value concerned
 * @line: from 1; 0 when no place can be named
 * @column: from 1, in characters
 *
 * One fault found in a file.
 */
typedef struct
{
  DemSeverity severity;
  const char *code;
  char *message;
  char *item;
  char *pointer;
  guint line;
  guint column;
} DemProblem;

#define DEM_TYPE_PROBLEM (dem_problem_get_type ())
GType dem_problem_get_type (void);
DemProblem *dem_problem_copy (const DemProblem *problem);
void dem_problem_free (DemProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemProblem, dem_problem_free)

/* "file:line:column: severity: message [code]" as --check prints it. (transfer full) */
char *dem_problem_format (const DemProblem *problem, const char *file);

G_END_DECLS
