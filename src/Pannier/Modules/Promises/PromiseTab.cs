namespace Pannier.Modules.Promises;

/// <summary>The three tabs of promises.</summary>
public enum PromiseTab
{
    Browser,
    Server,
    Development,
}
