/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/problem.h"

G_DEFINE_BOXED_TYPE (DemProblem, dem_problem, dem_problem_copy, dem_problem_free)

DemProblem *
dem_problem_copy (const DemProblem *problem)
{
  DemProblem *copy;

  g_return_val_if_fail (problem != NULL, NULL);

  copy = g_new (DemProblem, 1);
  *copy = *problem;
  copy->message = g_strdup (problem->message);
  copy->item = g_strdup (problem->item);
  copy->pointer = g_strdup (problem->pointer);
  return copy;
}

void
dem_problem_free (DemProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->message);
  g_free (problem->item);
  g_free (problem->pointer);
  g_free (problem);
}

/* The form that compilers use, so that editors can jump to the place; hence the severity is not translated.
 */
char *
dem_problem_format (const DemProblem *problem, const char *file)
{
  const char *severity;

  g_return_val_if_fail (problem != NULL, NULL);
  g_return_val_if_fail (file != NULL, NULL);

  severity = problem->severity == DEM_SEVERITY_ERROR ? "error" : "warning";
  if (problem->line == 0)
    return g_strdup_printf ("%s: %s: %s [%s]", file, severity, problem->message, problem->code);
  return g_strdup_printf ("%s:%u:%u: %s: %s [%s]", file, problem->line, problem->column, severity,
                          problem->message, problem->code);
}
