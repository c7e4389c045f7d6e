namespace Pannier.Mail.Html;

/// <summary>The elements that can be written; each is named as HTML names it.</summary>
internal enum Tag
{
    A, Abbr, Address, Article, Aside, B, Bdi, Bdo, Big, Blockquote, Br, Caption, Center, Cite, Code, Col, Colgroup, Dd, Del, Dfn,
    Details, Div, Dl, Dt, Em, Figcaption, Figure, Font, Footer, H1, H2, H3, H4, H5, H6, Header, Hr, I, Img, Ins, Kbd, Li, Main, Mark, Nav,
    Ol, P, Pre, Q, S, Samp, Section, Small, Span, Strike, Strong, Sub, Summary, Sup, Table, Tbody, Td, Tfoot, Th, Thead, Tr, Tt, U, Ul,
    Var, Wbr,
}
