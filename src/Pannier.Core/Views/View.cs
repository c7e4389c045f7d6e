using Microsoft.AspNetCore.Components;
using Pannier.Core.Text;

namespace Pannier.Core.Views;

/// <summary>Shows one model. Has no services and awaits nothing; Razor encodes all that it prints.</summary>
public abstract class View<TModel> : ComponentBase
{
    [Parameter]
    [EditorRequired]
    public TModel Model { get; set; } = default!;

    /// <summary>The person's language and clock, handed down by the page.</summary>
    [CascadingParameter]
    public Words Words { get; set; } = default!;

    /// <summary>The text of a key.</summary>
    protected string T(string key) => Words.Say(Said.Of(key));

    /// <summary>The text of a key with one place filled; a number named <c>count</c> chooses the plural.</summary>
    protected string T(string key, string name, object value) => Words.Say(Said.Of(key, name, value));

    protected string T(Said said) => Words.Say(said);
}
