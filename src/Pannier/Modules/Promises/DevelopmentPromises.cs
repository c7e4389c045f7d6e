using Pannier.Core;
using Pannier.Core.Modules;

namespace Pannier.Modules.Promises;

/// <summary>What holds for how the program is made.</summary>
internal sealed class DevelopmentPromises(IReadOnlyList<ModuleRoute> routes)
{
    public IReadOnlyList<Promise> Now() =>
    [
        new("escaped", PromiseState.Kept, "HostileMailTests", "SourceRuleTests"),
        new("warnings", PromiseState.Kept),
        new("modules", PromiseState.Kept, "DependencyTests"),
        new("input", PromiseState.Kept, "SurfaceTests", "FieldsTests")
        {
            Here = Said.Of("promise.input.here", "routes", routes.Count).With("fields", routes.Sum(route => route.Surface.Length == 0 ? 0 : route.Surface.Split(", ").Length)),
        },
        new("coverage", PromiseState.Kept) { Here = Said.Of("promise.coverage.here") },
        new("browser-tests", PromiseState.Kept, "WalksWithScript", "WalksWithoutScript"),
        new("simulation", PromiseState.Kept, "SimulationTests"),
        new("ci", PromiseState.Kept),
    ];
}
