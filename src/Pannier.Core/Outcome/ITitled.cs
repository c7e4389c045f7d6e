namespace Pannier.Core;

/// <summary>A model that names its page, for the title bar and the tab.</summary>
public interface ITitled
{
    Said Title { get; }
}
