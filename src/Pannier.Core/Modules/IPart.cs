using Microsoft.AspNetCore.Components;

namespace Pannier.Core.Modules;

/// <summary>A part of another module's page, as <see cref="Slots"/> asks for it.</summary>
internal interface IPart<in TSlot>
{
    string Module { get; }

    /// <summary>Returns what to show, or null to leave a gap.</summary>
    Task<RenderFragment?> LoadAsync(TSlot slot, CancellationToken cancellation);
}
