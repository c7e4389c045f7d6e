namespace Pannier.Configuration;

/// <summary>Which modules run. Section <c>Modules</c>.</summary>
public sealed record ModuleOptions
{
    /// <summary>Names of modules to leave out; an unknown name stops the start.</summary>
    public IReadOnlyList<string> Off { get; init; } = [];
}
