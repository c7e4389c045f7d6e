namespace Pannier.Core.Modules;

/// <summary>One feature: what it accepts, does and shows. Named in <c>ModuleList.cs</c>, registered at start, never later.</summary>
public interface IModule
{
    /// <summary>Lower case; a site turns the module off by it.</summary>
    string Name { get; }

    void Register(ModuleBuilder module);
}
