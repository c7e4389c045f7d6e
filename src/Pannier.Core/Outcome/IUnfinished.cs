namespace Pannier.Core;

/// <summary>A model that shows the form again because something in it will not do; its page answers with this status.</summary>
public interface IUnfinished
{
    /// <summary>422 for a form to correct, 401 for a wrong password; 200 when there is nothing to correct.</summary>
    int Status { get; }
}
