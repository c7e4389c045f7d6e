namespace Pannier.Mail.Html.Sheets;

/// <summary>What is left of a message's budget for style sheets. A sheet is taken whole or not at all: half of one is another layout.</summary>
internal sealed class SheetBudget(SanitizeBudget limits)
{
    private int _bytes = limits.StyleBytes;
    private int _rules = limits.StyleRules;
    private int _selectors = limits.StyleSelectors;

    /// <summary>False when it is too much.</summary>
    public bool TakeBytes(int count) => (_bytes -= count) >= 0;

    /// <summary>False when it is one too many.</summary>
    public bool TakeRule() => --_rules >= 0;

    /// <summary>False when it is one too many.</summary>
    public bool TakeSelector() => --_selectors >= 0;
}
